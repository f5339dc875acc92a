import { Component, computed, input, linkedSignal, output } from '@angular/core';
import { Button } from '@waymark/shared/ui/button/button';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { NumberInput } from '@waymark/shared/ui/number-input/number-input';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { Select } from '@waymark/shared/ui/select/select';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { TimeInput } from '@waymark/shared/ui/time-input/time-input';
import { EQUIPMENT_OPTIONS, KIND_OPTIONS, LAYOUT_OPTIONS, MODE_OPTIONS } from '../options';
import { type Template, templateDraftOf, templateOf, timeOn } from './template-draft';

/** One session of a draft. Nothing is sent: the page keeps it until the draft is saved. */
@Component({
  selector: 'app-template-form',
  imports: [Button, Checkboxes, FormContext, NumberInput, Radios, Select, TextInput, Textarea, TimeInput],
  template: `
    @let draft = form.draft();
    <form [appForm]="form" (submitted)="done()">
      <app-text-input name="title" label="Title" [error]="missing()" />
      <app-select name="kind" label="Kind" [options]="kinds" />
      <app-textarea name="purpose" label="Purpose" [optional]="true" [rows]="2" />
      <app-number-input
        name="day"
        label="Day"
        hint="1 is the first day. Leave empty if the session has no day yet"
        [optional]="true"
        [width]="4"
      />
      <app-time-input name="startsAt" label="Start time" [disabled]="draft.day === null" />
      <app-number-input name="duration" label="Length in minutes" [width]="4" />
      <app-radios name="mode" label="How people take part" [small]="true" [inline]="true" [options]="modes" />
      @if (draft.mode !== 'online') {
        <app-select name="layout" label="Room layout" empty="Any layout" [options]="layouts" />
        <app-checkboxes name="equipment" label="Equipment" [small]="true" [options]="equipment" />
        <app-number-input name="setUp" label="Minutes to set up" [width]="4" />
        <app-number-input name="clearUp" label="Minutes to clear up" [width]="4" />
      }
      <app-checkboxes name="who" label="Attendance" [small]="true" [options]="who" />
      <app-select name="after" label="Comes after" empty="No other session" [options]="earlier()" />
      @if (draft.after !== '') {
        <app-number-input name="minGap" label="Minimum minutes between" [width]="4" />
      }
      <div class="actions">
        <button type="submit" appButton [small]="true">{{ fresh() ? 'Add session' : 'Apply changes' }}</button>
        <button type="button" appButton="secondary" [small]="true" (click)="cancelled.emit()">Cancel</button>
      </div>
    </form>
  `,
})
export class TemplateForm {
  readonly template = input.required<Template>();
  /** The sessions above it in the list, which it may follow; for a new one, all. */
  readonly before = input.required<readonly Template[]>();
  readonly fresh = input(false);
  readonly kept = output<Template>();
  readonly cancelled = output();

  protected readonly form = formOf(() => templateDraftOf(this.template()), { follow: { day: timeOn } });
  protected readonly tried = linkedSignal({ source: this.template, computation: () => false });
  protected readonly missing = computed(() => (this.tried() && this.form.draft().title.trim() === '' ? 'Enter a title' : ''));
  protected readonly earlier = computed(() => this.before().map(({ title }, index) => ({ value: String(index + 1), label: title })));
  protected readonly kinds = KIND_OPTIONS;
  protected readonly modes = MODE_OPTIONS;
  protected readonly layouts = LAYOUT_OPTIONS;
  protected readonly equipment = EQUIPMENT_OPTIONS;
  protected readonly who = [
    { value: 'mandatory', label: 'Everyone must attend' },
    { value: 'perGroup', label: 'Each group has its own session' },
  ];

  protected done(): void {
    this.tried.set(true);
    if (this.missing() === '') this.kept.emit(templateOf(this.form.draft()));
  }
}
