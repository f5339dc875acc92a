import { Component, computed, inject, signal } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { Icon } from '@waymark/shared/ui/icon/icon';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { momentWords } from '../schedule-page/schedule-board-data';
import { cohortIdOf } from '../schedule-page/schedule-data';
import { blockingGaps, gapNames } from '@waymark/schedule/domain/release-gaps';
import { ReleaseChanges } from './release-changes';
import { checksWords, peopleWords, reachWords, type Change } from './release-words';

/** Check and release: what stands in the way, what people would hear, who they are; and every release there was. */
@Component({
  selector: 'app-release-page',
  imports: [
    RouterLink,
    Button,
    ErrorState,
    ErrorSummary,
    FormContext,
    Icon,
    LoadingState,
    NotificationBanner,
    Panel,
    ReleaseChanges,
    Textarea,
  ],
  templateUrl: './release-page.html',
})
export class ReleasePage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly cohortId = cohortIdOf(inject(ActivatedRoute));
  protected readonly preview = this.api.get('/cohorts/{id}/release-preview', () => ({ path: { id: this.cohortId() } }));
  protected readonly releases = this.api.get('/cohorts/{id}/releases', () => ({ path: { id: this.cohortId() } }));
  protected readonly form = formOf({ note: '' }, { problem: () => this.release.problem() });
  protected readonly done = signal('');
  /** The release whose differences are shown. */
  protected readonly shown = signal<string | null>(null);
  protected readonly against = signal<number | undefined>(undefined);
  protected readonly one = this.api.get('/releases/{id}', () => {
    const id = this.shown();
    return id === null ? undefined : { path: { id }, query: { against: this.against() } };
  });

  protected readonly data = computed(() => (this.preview.hasValue() ? this.preview.value() : null));
  protected readonly problem = computed(() => (this.preview.error() ? readingProblem(this.preview.error()) : null));
  protected readonly changes = computed(() => (this.data()?.changes ?? []) as unknown as Change[]);
  protected readonly kept = computed(() => (this.releases.hasValue() ? this.releases.value().items : []));
  protected readonly diff = computed(() => (this.one.hasValue() ? (this.one.value().diff as unknown as Change[]) : []));
  protected readonly earlier = computed(() => {
    const number = this.kept().find(({ id }) => id === this.shown())?.number ?? 0;
    return this.kept().filter((one) => one.number < number);
  });
  protected readonly names = gapNames;
  private readonly stopping = computed(() => blockingGaps(this.data()?.gaps ?? []));
  protected readonly blocks = computed(() => (this.data()?.standing.length ?? 0) + this.stopping().length);
  /** What sessions lack: what stops the release, and what it goes out without. Sessions off the schedule have their own sentence. */
  protected readonly missing = computed(() => {
    const gaps = this.data()?.gaps ?? [];
    const without = gaps.filter((gap) => !this.stopping().some(({ code }) => code === gap.code) && gap.code !== 'not_scheduled');
    return [
      {
        heading: 'What is missing and blocks the release',
        blocks: true,
        gaps: gaps.filter((gap) => !without.includes(gap) && gap.severity === 'block_release'),
      },
      { heading: 'What is missing, but does not block it', blocks: false, gaps: without },
    ].filter((list) => list.gaps.length > 0);
  });
  protected readonly sum = computed(() => {
    const preview = this.data();
    const without = this.missing().find(({ blocks }) => !blocks)?.gaps.length ?? 0;
    return preview ? checksWords({ ...preview, blocks: this.blocks(), without }) : '';
  });
  protected readonly people = peopleWords;
  protected readonly reach = computed(() => reachWords(this.data()?.participants ?? [], this.data()?.facilitators ?? []));
  /** For those who may invite: who has no account can be given one. */
  protected readonly mayInvite = computed(() => this.session.can('accounts:invite'));
  protected readonly moment = momentWords;

  protected readonly release = action(async () => {
    const { scheduleVersion } = this.data()!;
    const { can, cannot } = this.reach();
    const made = await this.api.send('post', '/cohorts/{id}/releases', {
      path: { id: this.cohortId() },
      body: { scheduleVersion, ...this.form.draft() },
    });
    this.done.set([`The schedule has been released (release ${made.number}).`, can, cannot].filter(Boolean).join(' '));
    this.form.reset();
    this.again();
  });
  protected readonly reopen = action(async (id: string) => {
    await this.api.send('put', '/clash-overrides/{id}/withdrawal', { path: { id } });
    this.again();
  });

  protected again(): void {
    this.preview.reload();
    this.releases.reload();
  }

  protected show(id: string): void {
    this.against.set(undefined);
    this.shown.set(this.shown() === id ? null : id);
  }

  protected compare(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.against.set(value === '' ? undefined : Number(value));
  }
}
