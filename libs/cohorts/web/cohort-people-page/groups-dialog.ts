import { Component, computed, effect, inject, input, model, output, untracked } from '@angular/core';
import { SPLIT_KINDS, SUB_GROUP_KIND_CODES, SUB_GROUP_KINDS, type SubGroupKind } from '@waymark/cohorts/domain/sub-group-split';
import { many } from '@waymark/shared/kernel/words';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { NumberInput } from '@waymark/shared/ui/number-input/number-input';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { Select } from '@waymark/shared/ui/select/select';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { CurrentCohort } from '../current-cohort';

interface Draft {
  groupId: string;
  what: 'split' | 'add' | 'change' | 'remove';
  group: string;
  kind: SubGroupKind;
  count: number;
  name: string;
}

/** Puts the people who are chosen into a group; with nobody chosen, shares everybody out evenly, or adds, changes or removes a group. */
@Component({
  selector: 'app-groups-dialog',
  imports: [Button, Dialog, ErrorSummary, FormContext, NumberInput, Radios, Select, TextInput],
  template: `
    <app-dialog [appForm]="form" [(open)]="open" [heading]="heading()">
      <app-error-summary />
      @if (ids().length > 0) {
        @if (groups().length > 1) {
          <app-radios
            [small]="true"
            name="groupId"
            label="Group"
            hint="They will be removed from other groups of the same kind"
            [options]="groups()"
          />
        } @else {
          <p>There are no groups yet. Close this, clear the selection and select ‘Groups’ to add some.</p>
        }
      } @else {
        <app-radios [small]="true" name="what" label="What do you want to do?" [options]="ways()" />
        @if (way() === 'change' || way() === 'remove') {
          <app-select name="group" label="Group" [options]="known()" />
        }
        @if (way() !== 'remove') {
          <app-select
            name="kind"
            [label]="way() === 'split' ? 'What the groups are for' : 'What the group is for'"
            [hint]="way() === 'split' ? 'Guests are not split. Add them to their group one at a time' : ''"
            [options]="kinds()"
          />
        }
        @if (way() === 'remove') {
          <p>{{ leaves() }}</p>
        } @else if (way() === 'split') {
          <app-number-input
            name="count"
            label="Number of groups"
            hint="People from the same organisation will be spread across the groups"
            [width]="3"
          />
        } @else {
          <app-text-input name="name" label="Group name" />
        }
      }
      <ng-container actions>
        @if (ids().length > 0) {
          @if (groups().length > 1) {
            <button type="button" appButton [small]="true" [busy]="assign.busy()" (click)="assign.run()">Change group</button>
          }
        } @else if (way() === 'split') {
          <button type="button" appButton [small]="true" [busy]="split.busy()" (click)="split.run()">Split evenly</button>
        } @else if (way() === 'change') {
          <button type="button" appButton [small]="true" [busy]="change.busy()" (click)="change.run()">Save group</button>
        } @else if (way() === 'remove') {
          <button type="button" appButton="warning" [small]="true" [busy]="remove.busy()" (click)="remove.run()">Remove group</button>
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

  private readonly all = computed(() => this.current.view()?.groups ?? []);
  protected readonly ways = computed(() => [
    { value: 'split', label: 'Split everyone evenly into groups' },
    { value: 'add', label: 'Add one group' },
    ...(this.all().length > 0
      ? [
          { value: 'change', label: 'Rename a group, or change what it is for' },
          { value: 'remove', label: 'Remove a group' },
        ]
      : []),
  ]);
  protected readonly kinds = computed(() =>
    (this.way() === 'split' ? SPLIT_KINDS : SUB_GROUP_KIND_CODES).map((value) => ({ value, label: SUB_GROUP_KINDS[value] })),
  );
  protected readonly known = computed(() => this.all().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly groups = computed(() => [
    ...this.all().map(({ id, name, kind, count }) => ({
      value: id,
      label: name,
      hint: `${SUB_GROUP_KINDS[kind]}, ${many(count, 'person', 'people')}`,
    })),
    { value: 'none', label: 'No group' },
  ]);
  protected readonly form = formOf<Draft>(() => this.begun(), {
    problem: () => this.assign.problem() ?? this.split.problem() ?? this.make.problem() ?? this.change.problem() ?? this.remove.problem(),
    follow: { what: (_, draft) => this.groupOf(draft), group: (_, draft) => this.groupOf(draft) },
  });
  protected readonly way = computed(() => this.form.draft().what);
  private readonly chosenId = computed(() => this.form.draft().group);
  private readonly chosen = computed(() => this.all().find(({ id }) => id === this.chosenId()));
  protected readonly leaves = computed(() => {
    const count = this.chosen()?.count ?? 0;
    return count === 0
      ? 'There is no one in this group.'
      : `${many(count, 'person', 'people')} will leave the group. They will stay on the cohort and in their other groups.`;
  });
  protected readonly heading = computed(() =>
    this.ids().length > 0 ? `Change group of ${many(this.ids().length, 'person', 'people')}` : 'Groups',
  );

  protected readonly assign = action(async () => {
    const { groupId: chosen } = this.form.draft();
    const groupId = chosen === 'none' ? null : chosen;
    await this.api.send('post', '/cohorts/{id}/group-assignments', {
      path: { id: this.cohortId() },
      body: { enrolmentIds: [...this.ids()], groupId },
    });
    this.done(groupId ? 'Added to the group' : 'Removed from their groups');
  });
  protected readonly split = action(async () => {
    const { kind, count } = this.form.draft();
    const body = { kind, count };
    await this.api.send('post', '/cohorts/{id}/group-splits', { path: { id: this.cohortId() }, body });
    this.done(`Everyone split into ${many(body.count, 'group', 'groups')}`);
  });
  protected readonly make = action(async () => {
    const { name, kind } = this.form.draft();
    await this.api.send('post', '/cohorts/{id}/groups', { path: { id: this.cohortId() }, body: { name, kind } });
    this.done(`${name.trim()} added`);
  });

  protected readonly change = action(async () => {
    const { name, kind } = this.form.draft();
    await this.api.send('put', '/groups/{id}', { path: { id: this.chosenId() }, body: { name, kind, version: this.chosen()!.version } });
    this.done(`${name.trim()} saved`);
  });
  protected readonly remove = action(async () => {
    const name = this.chosen()!.name;
    await this.api.send('delete', '/groups/{id}', { path: { id: this.chosenId() } });
    this.done(`${name} removed`);
  });

  constructor() {
    // What was refused before is of no interest any more.
    effect(() => {
      this.way();
      this.chosen();
      if (this.open()) for (const one of [this.assign, this.split, this.make, this.change, this.remove]) one.clear();
    });
  }

  private begun(): Draft {
    this.open();
    const group = untracked(this.all)[0]?.id ?? '';
    return { groupId: '', what: 'split', group, kind: 'learning_set', count: NaN, name: '' };
  }

  /** The fields begin with what the chosen group is; a new one begins empty. */
  private groupOf({ what, group, kind }: Draft): Partial<Draft> {
    const chosen = what === 'change' ? this.all().find(({ id }) => id === group) : undefined;
    if (chosen) return { name: chosen.name, kind: chosen.kind };
    return { name: '', kind: what === 'split' && kind === 'guests' ? 'learning_set' : kind };
  }

  private done(words: string): void {
    this.open.set(false);
    this.changed.emit(words);
  }
}
