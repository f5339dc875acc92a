import { Component, computed, inject, input, linkedSignal, model, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ACCESS_CODES, ACCESS_FEATURES, type AccessFeature } from '@waymark/catalogue/domain/access';
import { ENROLMENT_REASONS, isLive, PLACE_TYPES, REASONS_FOR, type EnrolmentReason } from '@waymark/cohorts/domain/enrolment-status';
import { PersonBox } from '@waymark/people/web/person-box';
import { many } from '@waymark/shared/kernel/words';
import { Button } from '@waymark/shared/ui/button/button';
import { Checkboxes } from '@waymark/shared/ui/checkboxes/checkboxes';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { Select } from '@waymark/shared/ui/select/select';
import { LoadingState } from '@waymark/shared/ui/states/states';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { Session } from '@waymark/shared/web/session';
import { datesWords, dayWords, momentWords, statusTag, type EnrolmentRow } from '../cohort-words';
import { CurrentCohort } from '../current-cohort';

type What = 'choose' | 'substitution' | 'deferral' | 'transfer' | 'needs' | 'history';

/** One person's place: what can be done with it, and what happened to it. */
@Component({
  selector: 'app-place-dialog',
  imports: [RouterLink, Button, Checkboxes, Dialog, ErrorSummary, FormContext, LoadingState, PersonBox, Select, Textarea],
  templateUrl: './place-dialog.html',
})
export class PlaceDialog {
  readonly row = input.required<EnrolmentRow | null>();
  readonly open = model(false);
  readonly changed = output<string>();
  /** "Change status" and "Change group" have dialogs of their own. */
  readonly asked = output<'status' | 'groups'>();
  private readonly api = inject(Api);
  protected readonly current = inject(CurrentCohort);
  protected readonly opensPeople = inject(Session).can('people:read');

  protected readonly what = linkedSignal<boolean, What>({ source: this.open, computation: () => 'choose' });
  protected readonly form = formOf(() => this.begun(), { problem: () => this.save.problem() });
  protected readonly live = computed(() => {
    const row = this.row();
    return row !== null && isLive(row.status);
  });
  protected readonly accessOptions = ACCESS_CODES.map((value) => ({ value, label: ACCESS_FEATURES[value].word }));
  /** Whoever gives a place up has a reason; who was put off already gave theirs. */
  protected readonly asksWhy = computed(
    () => ['substitution', 'deferral', 'transfer'].includes(this.what()) && this.row()?.status !== 'deferred',
  );
  protected readonly reasons = computed(() =>
    REASONS_FOR[this.what() === 'deferral' ? 'deferred' : this.what() === 'transfer' ? 'transferred' : 'substituted'].map((value) => ({
      value,
      label: ENROLMENT_REASONS[value],
    })),
  );

  private readonly others = this.api.get('/cohorts', () => {
    const view = this.current.view();
    if (!view || (this.what() !== 'deferral' && this.what() !== 'transfer')) return undefined;
    return {
      query: {
        stage: ['planning', 'open_for_applications', 'selecting', 'confirmed', 'in_delivery'] as const,
        ...(this.what() === 'deferral' ? { programme: view.programme.id } : {}),
        provider: view.providerId,
        limit: 200,
      },
    } as never;
  });
  protected readonly cohorts = computed(() => {
    const rows = this.others.hasValue() ? this.others.value().items : [];
    return rows
      .filter(({ id }) => id !== this.current.id())
      .map((one) => ({
        value: one.id,
        label: `${one.name}, ${datesWords(one)} (${many(Math.max(0, one.capacity - one.held), 'place', 'places')} left)`,
      }));
  });
  protected readonly history = this.api.get('/enrolments/{id}/history', () => {
    const row = this.row();
    return row && this.what() === 'history' ? { path: { id: row.id } } : undefined;
  });

  protected readonly save = action(async () => {
    const { id, version, person } = this.row()!;
    const path = { id };
    const { personId, cohortId, reasonCode, note, accessNeeds } = this.form.draft();
    const reason = { ...(reasonCode ? { reasonCode } : {}), ...(note.trim() ? { note: note.trim() } : {}) };
    if (this.what() === 'substitution') {
      await this.api.send('post', '/enrolments/{id}/substitution', { path, body: { personId, version, ...reason } });
      this.done(`Place of ${person.name} handed over`);
    } else if (this.what() === 'needs') {
      await this.api.send('put', '/enrolments/{id}/access-needs', {
        path,
        body: { accessNeeds: [...accessNeeds] as AccessFeature[], version },
      });
      this.done(`Access needs of ${person.name} saved`);
    } else if (this.what() === 'deferral') {
      await this.api.send('post', '/enrolments/{id}/deferral', { path, body: { cohortId, version, ...reason } });
      this.done(`${person.name} deferred to another cohort`);
    } else {
      await this.api.send('post', '/enrolments/{id}/transfer', { path, body: { cohortId, version, ...reason } });
      this.done(`${person.name} transferred to another cohort`);
    }
  });

  protected readonly dayWords = dayWords;
  protected readonly spanWords = ({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }): string =>
    endsOn === null ? `Since ${dayWords(startsOn)}` : datesWords({ startsOn, endsOn });
  protected readonly momentWords = momentWords;
  protected readonly statusOf = (status: string): string => statusTag(status).text;
  protected readonly reasonOf = (code: string): string => ENROLMENT_REASONS[code as EnrolmentReason];
  protected readonly placeOf = (row: EnrolmentRow): string => PLACE_TYPES[row.placeType];

  protected go(what: What): void {
    this.save.clear();
    this.what.set(what);
  }

  protected elsewhere(what: 'status' | 'groups'): void {
    this.open.set(false);
    this.asked.emit(what);
  }

  /** Each thing that can be done begins with nothing filled in. */
  private begun() {
    this.what();
    return { personId: '', cohortId: '', reasonCode: '' as EnrolmentReason | '', note: '', accessNeeds: this.row()?.needs ?? [] };
  }

  private done(words: string): void {
    this.open.set(false);
    this.changed.emit(words);
  }
}
