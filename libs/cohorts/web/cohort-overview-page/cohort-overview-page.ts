import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { COHORT_STAGES, isOver, type CohortStage, type StepKind } from '@waymark/cohorts/domain/cohort-lifecycle';
import { KEY_DATE_WORDS, type KeyDate } from '@waymark/cohorts/domain/cohort-plan';
import { startsIn } from '@waymark/cohorts/domain/cohort-tasks';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { Icon } from '@waymark/shared/ui/icon/icon';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { TaskList, type Task } from '@waymark/shared/ui/task-list/task-list';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { Timeline, type TimelineItem } from '@waymark/shared/ui/timeline/timeline';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { datesWords, momentWords, weekdayWords, type HistoryEntry } from '../cohort-words';
import { CurrentCohort } from '../current-cohort';

interface Step {
  to: CohortStage;
  kind: StepKind;
  action: string;
  reason: boolean;
  refusals: string[];
}

/** Where a cohort stands: the next step and what is in its way, its checks, its dates and what happened last. */
@Component({
  selector: 'app-cohort-overview-page',
  imports: [RouterLink, Button, Dialog, ErrorSummary, FormContext, Icon, Panel, ErrorState, LoadingState, TaskList, Textarea, Timeline],
  templateUrl: './cohort-overview-page.html',
})
export class CohortOverviewPage {
  private readonly api = inject(Api);
  protected readonly current = inject(CurrentCohort);
  protected readonly overview = this.api.get('/cohorts/{id}/overview', () => {
    const id = this.current.id();
    return id === undefined ? undefined : { path: { id } };
  });
  protected readonly problem = computed(() => {
    const error = this.overview.error();
    return error ? readingProblem(error) : null;
  });

  private readonly view = computed(() => (this.overview.hasValue() ? this.overview.value() : undefined));
  protected readonly countdown = computed(() => {
    const [cohort, view] = [this.current.view(), this.view()];
    if (!cohort || !view || ['delivered', 'closed', 'cancelled', 'postponed'].includes(cohort.stage)) return '';
    const words = startsIn(cohort.startsOn as LocalDate, view.today as LocalDate);
    return words.charAt(0).toUpperCase() + words.slice(1);
  });
  protected readonly next = computed(() => this.steps().find(({ kind }) => kind === 'next') ?? null);
  /** Other ways on, a step taken back, and what takes something away: all less loud than the next step. */
  protected readonly others = computed(() => this.steps().filter(({ kind }) => kind !== 'next'));
  /** What stands in the way of the next step, when something does: the first thing that asks for attention is what this cohort needs now. */
  protected readonly need = computed(() => {
    const step = this.next();
    if (!step || !this.blocked(step)) return null;
    const check = (this.view()?.readiness ?? []).find(({ state, page }) => state === 'attention' && this.mayOpen(page));
    return check ? { action: check.action, why: check.detail, link: this.addressOf(check.page) } : null;
  });
  private readonly steps = computed<Step[]>(() => (this.view()?.steps ?? []) as Step[]);

  protected readonly checks = computed<Task[]>(() =>
    (this.view()?.readiness ?? []).map(({ code, name, detail, state, page }) => ({
      id: code,
      name,
      hint: detail,
      ...(this.mayOpen(page) ? { link: this.addressOf(page) } : {}),
      status: state === 'done' ? 'Done' : state === 'waiting' ? 'Waiting' : 'Needs attention',
      ...(state === 'done' ? {} : { colour: state === 'waiting' ? ('grey' as const) : ('yellow' as const) }),
    })),
  );
  /** What is over needs nothing any more: then it is said how it came there, and why. */
  protected readonly over = computed(() => isOver(this.current.view()?.stage ?? 'planning'));
  protected readonly stages = computed<TimelineItem[]>(() =>
    (this.view()?.stages ?? []).map(({ stage, at, by, reason }) => ({
      title: COHORT_STAGES[stage],
      detail: [[by, momentWords(at)].filter(Boolean).join(', '), reason].filter(Boolean).join('. '),
      state: 'done',
    })),
  );
  protected readonly dates = computed<TimelineItem[]>(() => {
    const view = this.view();
    const next = view?.keyDates.find(({ day }) => day >= view.today);
    return (view?.keyDates ?? []).map((date) => ({
      title: KEY_DATE_WORDS[date.code as KeyDate['code']],
      detail: weekdayWords(date.day),
      state: date.day < view!.today ? 'done' : date === next ? 'now' : 'next',
    }));
  });

  /** People go by the release: where its days are others than the cohort's, both are said. */
  protected readonly told = computed(() => {
    const [cohort, told] = [this.current.view(), this.view()?.toldDays];
    return cohort && told && datesWords(told) !== datesWords(cohort) ? datesWords(told) : null;
  });

  private readonly older = signal<HistoryEntry[]>([]);
  /** Null before more was asked for; then where the next page begins, or false at the end. */
  protected readonly more = signal<string | false | null>(null);
  protected readonly activity = computed(() =>
    [...(this.view()?.activity ?? []), ...this.older()].map((entry) => ({
      id: entry.id,
      words: entry.sentence,
      detail: [entry.by, momentWords(entry.at)].filter(Boolean).join(', '),
    })),
  );
  protected readonly showMore = action(async () => {
    const after = this.more() || this.view()?.activity.at(-1)?.id;
    const page = await this.api.read('/cohorts/{id}/history', { path: { id: this.current.id()! }, query: { after, limit: 20 } });
    this.older.update((entries) => [...entries, ...page.items]);
    this.more.set(page.next ?? false);
  });

  private addressOf(page: string): string {
    return `/cohorts/${this.current.id()}/${page}`;
  }

  private mayOpen(page: string): boolean {
    const may = this.current.view()?.may;
    if (page === 'people') return may?.people ?? false;
    return page === 'schedule' || (may?.edit ?? false);
  }

  constructor() {
    effect(() => {
      const view = this.view();
      if (view) this.current.count(this.current.id(), view.clashes);
    });
  }

  protected readonly asked = signal<Step | null>(null);
  protected readonly asking = signal(false);
  protected readonly form = formOf({ reason: '' }, { problem: () => this.take.problem() });
  protected readonly take = action(async () => {
    const reason = this.form.draft().reason.trim();
    const view = await this.api.send('put', '/cohorts/{id}/stage', {
      path: { id: this.current.id()! },
      body: { to: this.asked()!.to, version: this.current.view()!.version, ...(reason ? { reason } : {}) },
    });
    this.current.resource.set(view);
    this.asking.set(false);
    this.older.set([]);
    this.more.set(null);
    this.overview.reload();
  });

  protected ask(step: Step): void {
    this.take.clear();
    this.form.reset();
    this.asked.set(step);
    this.asking.set(true);
  }

  protected heading(): string {
    const step = this.asked();
    return step?.action ?? '';
  }

  /** Only the reasons that a reason given here does not override. */
  protected blocked({ to, reason, refusals }: Step): boolean {
    return refusals.length > (to === 'confirmed' && reason ? 1 : 0);
  }
}
