import { Component, computed, DOCUMENT, effect, inject } from '@angular/core';
import { Icon } from '@waymark/shared/ui/icon/icon';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { wallDate } from '@waymark/shared/kernel/wall-clock';
import { wallNow } from '@waymark/shared/web/clock';
import { AgendaDay } from '../agenda-day';
import { offWords } from '../participant-words';

/** One's own sessions by day, as they were last released: today first, and the days that are over put aside. */
@Component({
  selector: 'app-participant-agenda-page',
  imports: [AgendaDay, EmptyState, ErrorState, Icon, LoadingState],
  templateUrl: './participant-agenda-page.html',
})
export class ParticipantAgendaPage {
  private readonly api = inject(Api);
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly agenda = this.api.get('/my/agenda');
  protected readonly view = computed(() => (this.agenda.hasValue() ? this.agenda.value() : null));
  protected readonly problem = computed(() => (this.agenda.error() ? readingProblem(this.agenda.error()) : null));
  protected readonly today = wallDate(wallNow());
  protected readonly several = computed(() => new Set((this.view()?.items ?? []).map(({ cohortId }) => cohortId)).size > 1);
  protected readonly days = computed(() => {
    const items = this.view()?.items ?? [];
    return [...new Set(items.map(({ date }) => date))].map((date) => ({ date, items: items.filter((one) => one.date === date) }));
  });
  protected readonly coming = computed(() => this.days().filter(({ date }) => date >= this.today));
  protected readonly over = computed(() => this.days().filter(({ date }) => date < this.today));

  protected readonly offWords = offWords;

  constructor() {
    // Reading the agenda is having seen it: what changes from now on is new.
    effect(() => {
      const releases = this.view()?.releases.map(({ cohortId, number }) => ({ cohortId, number })) ?? [];
      if (releases.length > 0) void this.api.send('put', '/my/agenda/look', { body: { releases } }).catch(() => undefined);
    });
  }

  protected print(): void {
    this.window?.print();
  }
}
