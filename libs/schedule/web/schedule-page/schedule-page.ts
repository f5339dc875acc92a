import { Component, computed, DOCUMENT, effect, inject, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterOutlet } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { Icon } from '@waymark/shared/ui/icon/icon';
import { ScheduleBoard, type BoardClash, type BoardView } from '../schedule-board';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { urlState } from '@waymark/shared/web/url-state';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { CurrentCohort } from '@waymark/cohorts/web/current-cohort';
import { boardDays, boardHolds, boardPeople, boardRooms, boardSessions, uncheckedDays } from './schedule-board-data';
import { cohortIdOf } from './schedule-data';
import { ScheduleDesk } from './schedule-desk';
import { watchSchedule } from './schedule-watch';

/** The schedule of a cohort: the board with the engine behind it, and the session editor beside it. */
@Component({
  selector: 'app-schedule-page',
  imports: [RouterOutlet, Button, Dialog, ErrorState, ErrorSummary, FormContext, Icon, LoadingState, ScheduleBoard, Textarea],
  templateUrl: './schedule-page.html',
  providers: [ScheduleDesk],
})
export class SchedulePage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly cohortId = cohortIdOf(this.route);
  private readonly current = inject(CurrentCohort, { optional: true });
  protected readonly desk = inject(ScheduleDesk);
  protected readonly url = urlState({ view: '', day: '', group: '', person: '' });

  private readonly watch = watchSchedule(this.desk, this.cohortId);
  protected readonly notice = this.watch.notice;
  protected readonly presence = this.watch.presence;

  protected readonly days = computed(() => this.of(boardDays));
  protected readonly rooms = computed(() => this.of(boardRooms));
  protected readonly unchecked = computed(() => {
    const data = this.desk.data();
    return data ? uncheckedDays(data) : '';
  });
  protected readonly sessions = computed(() => this.of(boardSessions));
  protected readonly holds = computed(() => this.of(boardHolds));
  protected readonly people = computed(() => this.of(boardPeople));
  protected readonly view = computed(() => {
    const { view } = this.url.value();
    return VIEWS.includes(view) ? (view as BoardView) : null;
  });

  protected readonly asked = signal<BoardClash | null>(null);
  protected readonly asking = signal(false);
  protected readonly form = formOf({ reason: '' }, { problem: () => this.accept.problem() });
  protected readonly accept = action(async () => {
    await this.api.send('post', '/cohorts/{id}/clash-overrides', {
      path: { id: this.cohortId() },
      body: { clashKey: this.asked()!.key, ...this.form.draft() },
    });
    await this.load();
  });

  constructor() {
    effect(() => void this.desk.load(this.cohortId()));
    effect(() => {
      const blocking = this.desk.blocking();
      if (blocking !== null) this.current?.count(this.cohortId(), blocking);
    });
  }

  protected load(): Promise<void> {
    return this.desk.load(this.cohortId());
  }

  protected ask(clash: BoardClash): void {
    this.accept.clear();
    this.form.reset();
    this.asked.set(clash);
    this.asking.set(true);
  }

  protected async acceptIt(): Promise<void> {
    if (await this.accept.run()) this.asking.set(false);
  }

  protected openSession(id: string): void {
    void this.router.navigate(['sessions', id], { relativeTo: this.route, queryParamsHandling: 'preserve' });
  }

  protected toRelease(): void {
    void this.router.navigate(['release'], { relativeTo: this.route });
  }

  protected print(): void {
    this.window?.print();
  }

  private of<T>(part: (data: NonNullable<ReturnType<ScheduleDesk['data']>>) => T[]): T[] {
    const data = this.desk.data();
    return data ? part(data) : [];
  }
}

const VIEWS = ['board', 'list', 'person'];
