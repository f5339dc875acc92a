import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { components } from '@waymark/shared/client/schema';
import { many } from '@waymark/shared/kernel/words';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { type Figure, ImportFigures } from '../import-figures';
import { datesHint } from './dates-hint';
import { ImportRows } from './import-rows';
import { importCrumbs, ImportSteps } from './import-steps';
import { isStaleImport } from './stale-import';

type Batch = components['schemas']['PeopleImportView'];

/** Third step: what would change, and the confirmation; then what did. */
@Component({
  selector: 'app-import-check-page',
  imports: [
    RouterLink,
    Button,
    ErrorSummary,
    NotificationBanner,
    EmptyState,
    ErrorState,
    LoadingState,
    TitleBlock,
    ImportFigures,
    ImportRows,
    ImportSteps,
  ],
  templateUrl: './check-page.html',
})
export class ImportCheckPage {
  readonly id = input.required<string>();
  /** Which rows are listed, from the query. */
  readonly outcome = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly crumbs = importCrumbs;

  protected readonly batch = this.api.get('/people-imports/{id}', () => ({ path: { id: this.id() } }));
  private readonly view = computed(() => (this.batch.hasValue() ? this.batch.value() : undefined));
  protected readonly done = computed(() => this.view()?.status === 'completed');
  protected readonly heading = computed(() => (this.done() ? 'Import complete' : 'Check the import'));
  protected readonly reading = computed(() => {
    const error = this.batch.error();
    return error ? readingProblem(error) : null;
  });
  protected readonly leaveOut = signal(false);
  protected readonly figures = computed<Figure[]>(() => {
    const view = this.view();
    if (!view) return [];
    const { counts } = view;
    const after = view.status === 'completed';
    return [
      { key: 'new', label: after ? 'added' : 'new', value: counts.new },
      { key: 'changed', label: 'changed', value: counts.changed },
      { key: 'same', label: after ? 'unchanged' : 'unchanged', value: counts.same },
      {
        key: 'attention',
        label: after ? 'left out' : counts.attention === 1 ? 'needs attention' : 'need attention',
        value: counts.attention,
        tone: 'attention',
      },
    ];
  });

  protected readonly apply = action(async () => {
    const view = this.view();
    if (!view) return;
    this.batch.set(
      await this.api.send('put', '/people-imports/{id}/application', {
        path: { id: view.id },
        body: { version: view.version, leaveOut: this.leaveOut() },
      }),
    );
  });

  constructor() {
    effect(() => {
      if (this.view()?.status === 'uploaded') void this.router.navigate(['/people/import', this.id()], { replaceUrl: true });
    });
  }

  protected readonly datesHint = datesHint;

  protected toImport({ counts }: Batch): number {
    return counts.new + counts.changed;
  }

  protected people(count: number): string {
    return many(count, 'person', 'people');
  }

  protected rows(count: number): string {
    return many(count, 'row', 'rows');
  }

  protected errorsOf(id: string): string {
    return `/api/people-imports/${id}/errors.csv`;
  }

  protected show(outcome: string): void {
    void this.router.navigate([], {
      queryParams: { outcome: outcome || null, page: null },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected async confirm(): Promise<void> {
    if (await this.apply.run()) await this.router.navigate([], { queryParams: {}, replaceUrl: true });
    else if (isStaleImport(this.apply.problem())) this.batch.reload();
  }
}
