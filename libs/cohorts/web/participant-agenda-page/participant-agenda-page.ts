import { Component, computed, DOCUMENT, effect, inject } from '@angular/core';
import { Icon } from '@waymark/shared/ui/icon';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states';
import { Tag } from '@waymark/shared/ui/tag';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { sessionKind } from '@waymark/cohorts/domain/session-kinds';
import { changeWords, clockWords, dayWords, offWords, placeOf, timesOf } from './participant-words';

/** One's own sessions by day, as they were last released. */
@Component({
  selector: 'app-participant-agenda-page',
  imports: [EmptyState, ErrorState, Icon, LoadingState, Tag],
  templateUrl: './participant-agenda-page.html',
})
export class ParticipantAgendaPage {
  private readonly api = inject(Api);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly agenda = this.api.get('/my/agenda');
  protected readonly view = computed(() => (this.agenda.hasValue() ? this.agenda.value() : null));
  protected readonly problem = computed(() => (this.agenda.error() ? readingProblem(this.agenda.error()) : null));
  protected readonly many = computed(() => (this.view()?.releases.length ?? 0) > 1);
  protected readonly postponed = computed(
    () => new Set((this.view()?.off ?? []).filter(({ stage }) => stage === 'postponed').map(({ cohortId }) => cohortId)),
  );
  protected readonly days = computed(() => {
    const items = this.view()?.items ?? [];
    return [...new Set(items.map(({ date }) => date))].map((date) => ({ date, items: items.filter((one) => one.date === date) }));
  });

  protected readonly day = dayWords;
  protected readonly times = timesOf;
  protected readonly place = placeOf;
  protected readonly changed = changeWords;
  protected readonly offWords = offWords;
  protected readonly kind = (code: string): string => sessionKind(code).word;

  constructor() {
    // Reading the agenda is having seen it: what changes from now on is new.
    effect(() => {
      const releases = this.view()?.releases.map(({ cohortId, number }) => ({ cohortId, number })) ?? [];
      if (releases.length > 0) void this.api.send('put', '/my/agenda/look', { body: { releases } }).catch(() => undefined);
    });
  }

  /** '9:45am': a part of a session, by its minutes from the session's start. */
  protected partAt(startsAt: string, offset: number): string {
    return clockWords(Number(startsAt.slice(0, 2)) * 60 + Number(startsAt.slice(3, 5)) + offset);
  }

  protected print(): void {
    this.window?.print();
  }
}
