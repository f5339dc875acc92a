import { Component, computed, input, linkedSignal, output } from '@angular/core';
import type { components } from '@waymark/shared/client/schema';
import { Button } from '@waymark/shared/ui/button/button';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { Select } from '@waymark/shared/ui/select/select';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { TimeInput } from '@waymark/shared/ui/time-input/time-input';
import { EQUIPMENT_OPTIONS, KIND_OPTIONS, LAYOUT_OPTIONS, MODE_OPTIONS, numberOf, textOf } from '../options';

export type Template = components['schemas']['TemplateWish'];

/** One session of a draft. Nothing is sent: the page keeps it until the draft is saved. */
@Component({
  selector: 'app-template-form',
  imports: [Button, Checkboxes, Radios, Select, TextInput, Textarea, TimeInput],
  template: `
    @let t = draft();
    <form (submit)="done($event)" novalidate>
      <app-text-input name="t-title" label="Title" [value]="t.title" [error]="missing()" (valueChange)="patch({ title: $event })" />
      <app-select name="t-kind" label="Kind" [options]="kinds" [value]="t.kind" (valueChange)="patch({ kind: $any($event) })" />
      <app-textarea
        name="t-purpose"
        label="Purpose"
        [optional]="true"
        [rows]="2"
        [value]="t.purpose"
        (valueChange)="patch({ purpose: $event })"
      />
      <app-text-input
        name="t-day"
        label="Day"
        hint="1 is the first day. Leave it empty while the session is on no day"
        inputmode="numeric"
        [width]="4"
        [value]="t.dayOffset === null ? '' : text(t.dayOffset + 1)"
        (valueChange)="day($event)"
      />
      <app-time-input
        name="t-start"
        label="Start time"
        [disabled]="t.dayOffset === null"
        [value]="t.startsAt ?? ''"
        (valueChange)="patch({ startsAt: $any($event) || null })"
      />
      <app-text-input
        name="t-duration"
        label="Minutes"
        inputmode="numeric"
        [width]="4"
        [value]="text(t.duration)"
        (valueChange)="patch({ duration: number($event) })"
      />
      <app-radios
        name="t-mode"
        label="How people take part"
        [small]="true"
        [inline]="true"
        [options]="modes"
        [value]="t.mode"
        (valueChange)="patch({ mode: $any($event) })"
      />
      @if (t.mode !== 'online') {
        <app-select
          name="t-layout"
          label="Layout of the room"
          empty="Any layout"
          [options]="layouts"
          [value]="t.layout ?? ''"
          (valueChange)="patch({ layout: $any($event) || null })"
        />
        <app-checkboxes
          name="t-equipment"
          label="Equipment"
          [small]="true"
          [options]="equipment"
          [value]="t.equipment"
          (valueChange)="patch({ equipment: $any($event) })"
        />
        <app-text-input
          name="t-setUp"
          label="Minutes to set up"
          inputmode="numeric"
          [width]="4"
          [value]="text(t.setUp)"
          (valueChange)="patch({ setUp: number($event) })"
        />
        <app-text-input
          name="t-clearUp"
          label="Minutes to clear up"
          inputmode="numeric"
          [width]="4"
          [value]="text(t.clearUp)"
          (valueChange)="patch({ clearUp: number($event) })"
        />
      }
      <app-checkboxes name="t-who" label="Who comes" [small]="true" [options]="who" [value]="chosen()" (valueChange)="attend($event)" />
      <app-select
        name="t-after"
        label="Comes after"
        empty="No other session"
        [options]="earlier()"
        [value]="text(t.afterPosition)"
        (valueChange)="patch({ afterPosition: $event ? number($event) : null })"
      />
      @if (t.afterPosition !== null) {
        <app-text-input
          name="t-gap"
          label="Least minutes in between"
          inputmode="numeric"
          [width]="4"
          [value]="text(t.minGap)"
          (valueChange)="patch({ minGap: number($event) })"
        />
      }
      <div class="acts">
        <button type="submit" appButton [small]="true">{{ fresh() ? 'Add session' : 'Keep changes' }}</button>
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

  protected readonly draft = linkedSignal(() => this.template());
  protected readonly tried = linkedSignal({ source: this.template, computation: () => false });
  protected readonly missing = computed(() => (this.tried() && this.draft().title.trim() === '' ? 'Enter a title' : ''));
  protected readonly earlier = computed(() => this.before().map(({ title }, index) => ({ value: String(index + 1), label: title })));
  protected readonly chosen = computed(() => [
    ...(this.draft().mandatory ? ['mandatory'] : []),
    ...(this.draft().perGroup ? ['perGroup'] : []),
  ]);
  protected readonly kinds = KIND_OPTIONS;
  protected readonly modes = MODE_OPTIONS;
  protected readonly layouts = LAYOUT_OPTIONS;
  protected readonly equipment = EQUIPMENT_OPTIONS;
  protected readonly who = [
    { value: 'mandatory', label: 'Everybody must come' },
    { value: 'perGroup', label: 'Each group has its own' },
  ];
  protected readonly text = textOf;
  protected readonly number = numberOf;

  protected patch(over: Partial<Template>): void {
    this.draft.update((draft) => ({ ...draft, ...over }));
  }

  protected day(text: string): void {
    const dayOffset = text.trim() === '' ? null : Number(text) - 1;
    this.patch(dayOffset === null ? { dayOffset, startsAt: null } : { dayOffset, startsAt: this.draft().startsAt ?? '09:30' });
  }

  protected attend(chosen: readonly string[]): void {
    this.patch({ mandatory: chosen.includes('mandatory'), perGroup: chosen.includes('perGroup') });
  }

  protected done(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.missing() === '') this.kept.emit({ ...this.draft(), title: this.draft().title.trim() });
  }
}
