import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { SUB_GROUP_KIND_CODES, SUB_GROUP_KINDS, type SubGroupKind } from '@waymark/cohorts/domain/sub-group-split';
import { Button } from '@waymark/shared/ui/button';
import { Dialog } from '@waymark/shared/ui/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary';
import { Radios } from '@waymark/shared/ui/radios';
import { Select } from '@waymark/shared/ui/select';
import { TextInput } from '@waymark/shared/ui/text-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { many } from '../cohort-page/cohort-words';
import { CurrentCohort } from '../cohort-page/current-cohort';

/** Puts the people who are chosen into a group; with nobody chosen, shares everybody out evenly or adds a group. */
@Component({
  selector: 'app-groups-dialog',
  imports: [Button, Dialog, ErrorSummary, Radios, Select, TextInput],
  template: `
    <app-dialog [(open)]="open" [heading]="heading()">
      <app-error-summary [problem]="problem()" />
      @if (ids().length > 0) {
        @if (groups().length > 1) {
          <app-radios
            [small]="true"
            name="groupId"
            label="Group"
            hint="They leave other groups of the same kind"
            [options]="groups()"
            [(value)]="groupId"
            [problem]="assign.problem()"
          />
        } @else {
          <p>There are no groups yet. Close this, clear the selection and choose “Groups” to make some.</p>
        }
      } @else {
        <app-radios [small]="true" name="what" label="What do you want to do?" [options]="ways" [(value)]="way" />
        <app-select name="kind" label="What the groups are for" [options]="kinds" [(value)]="kind" [problem]="problem()" />
        @if (way() === 'split') {
          <app-text-input
            name="count"
            label="Number of groups"
            hint="People of one organisation are spread over the groups"
            [width]="3"
            inputmode="numeric"
            [(value)]="count"
            [problem]="split.problem()"
          />
        } @else {
          <app-text-input name="name" label="Name of the group" [(value)]="name" [problem]="make.problem()" />
        }
      }
      <ng-container actions>
        @if (ids().length > 0) {
          @if (groups().length > 1) {
            <button type="button" appButton [small]="true" [busy]="assign.busy()" (click)="assign.run()">Put into group</button>
          }
        } @else if (way() === 'split') {
          <button type="button" appButton [small]="true" [busy]="split.busy()" (click)="split.run()">Split evenly</button>
        } @else {
          <button type="button" appButton [small]="true" [busy]="make.busy()" (click)="make.run()">Add group</button>
        }
        <button type="button" appButton="secondary" [small]="true" (click)="open.set(false)">Cancel</button>
      </ng-container>
    </app-dialog>
  `,
})
export class GroupsDialog {
  readonly cohortId = input.required<string>();
  readonly ids = input.required<readonly string[]>();
  readonly open = model(false);
  readonly changed = output<string>();
  private readonly api = inject(Api);
  private readonly current = inject(CurrentCohort);

  protected readonly ways = [
    { value: 'split', label: 'Share everybody out evenly' },
    { value: 'add', label: 'Add one group' },
  ];
  protected readonly kinds = SUB_GROUP_KIND_CODES.map((value) => ({ value, label: SUB_GROUP_KINDS[value] }));
  protected readonly groups = computed(() => [
    ...(this.current.view()?.groups ?? []).map(({ id, name, kind, count }) => ({
      value: id,
      label: name,
      hint: `${SUB_GROUP_KINDS[kind]}, ${many(count, 'person', 'people')}`,
    })),
    { value: 'none', label: 'No group' },
  ]);
  protected readonly groupId = linkedSignal<boolean, string>({ source: this.open, computation: () => '' });
  protected readonly way = signal('split');
  protected readonly kind = signal('learning_set');
  protected readonly count = signal('');
  protected readonly name = signal('');
  protected readonly heading = computed(() =>
    this.ids().length > 0 ? `Group of ${many(this.ids().length, 'person', 'people')}` : 'Groups',
  );
  protected readonly problem = computed(() => this.assign.problem() ?? this.split.problem() ?? this.make.problem());

  protected readonly assign = action(async () => {
    const groupId = this.groupId() === 'none' ? null : this.groupId();
    await this.api.send('post', '/cohorts/{id}/group-assignments', {
      path: { id: this.cohortId() },
      body: { enrolmentIds: [...this.ids()], groupId },
    });
    this.done(groupId ? 'Put into the group' : 'Taken out of their groups');
  });
  protected readonly split = action(async () => {
    const body = { kind: this.kind() as SubGroupKind, count: this.count().trim() === '' ? Number.NaN : Number(this.count()) };
    await this.api.send('post', '/cohorts/{id}/group-splits', { path: { id: this.cohortId() }, body });
    this.done(`Everybody is shared out over ${many(body.count, 'group', 'groups')}`);
  });
  protected readonly make = action(async () => {
    await this.api.send('post', '/cohorts/{id}/groups', {
      path: { id: this.cohortId() },
      body: { name: this.name(), kind: this.kind() as SubGroupKind },
    });
    this.done(`${this.name()} added`);
    this.name.set('');
  });

  private done(words: string): void {
    this.open.set(false);
    this.changed.emit(words);
  }
}
