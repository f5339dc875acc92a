import { Component, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { COHORT_STAGE_CODES, COHORT_STAGES, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { Button } from '@waymark/shared/ui/button';
import { DateInput } from '@waymark/shared/ui/date-input';
import { FilterGroup } from '@waymark/shared/ui/filter-group';
import { FilterPanel } from '@waymark/shared/ui/filter-panel';
import { Icon } from '@waymark/shared/ui/icon';
import { ListBar } from '@waymark/shared/ui/list-bar';
import { Pagination } from '@waymark/shared/ui/pagination';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states';
import { Cell, type Column, Table } from '@waymark/shared/ui/table';
import { Tag } from '@waymark/shared/ui/tag';
import { TextInput } from '@waymark/shared/ui/text-input';
import { TitleBlock } from '@waymark/shared/ui/title-block';
import { urlState } from '@waymark/shared/ui/url-state';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { datesWords, dayWords, many, stageTag } from '../cohort-page/cohort-words';

type Sort = 'startsOn' | '-startsOn' | 'name' | '-name';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** All cohorts that somebody may see; filters, order and page are in the address. */
@Component({
  selector: 'app-cohorts-list-page',
  imports: [
    RouterLink,
    Button,
    Cell,
    DateInput,
    EmptyState,
    ErrorState,
    FilterGroup,
    FilterPanel,
    Icon,
    ListBar,
    LoadingState,
    Pagination,
    Table,
    Tag,
    TextInput,
    TitleBlock,
  ],
  templateUrl: './cohorts-list-page.html',
})
export class CohortsListPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  protected readonly state = urlState({ q: '', stage: [] as string[], from: '', to: '', sort: 'startsOn', hide: [] as string[] });
  protected readonly q = linkedSignal(() => this.state.value().q);
  protected readonly stage = linkedSignal<readonly string[]>(() => this.state.value().stage);
  protected readonly from = linkedSignal(() => this.state.value().from);
  protected readonly to = linkedSignal(() => this.state.value().to);
  protected readonly mayMake = computed(() => this.session.can('cohorts:edit'));

  protected readonly cohorts = this.api.get('/cohorts', () => {
    const { q, stage, from, to, sort } = this.state.value();
    return {
      query: {
        search: q || undefined,
        stage: stage as CohortStage[],
        from: DAY.test(from) ? from : undefined,
        to: DAY.test(to) ? to : undefined,
        sort: sort as Sort,
        after: this.state.after(),
      },
    };
  });
  protected readonly problem = computed(() => {
    const error = this.cohorts.error();
    return error ? readingProblem(error) : null;
  });

  protected readonly columns: readonly Column[] = [
    { key: 'name', heading: 'Name', names: true, sortable: true },
    { key: 'stage', heading: 'Stage' },
    { key: 'startsOn', heading: 'Dates', sortable: true },
    { key: 'place', heading: 'Place' },
    { key: 'places', heading: 'Places filled' },
    { key: 'problems', heading: 'Needs attention' },
    { key: 'lead', heading: 'Lead' },
  ];
  protected readonly stages = computed(() => {
    const counts = this.cohorts.hasValue() ? this.cohorts.value().stages : [];
    return COHORT_STAGE_CODES.map((value) => ({
      value,
      label: COHORT_STAGES[value],
      count: counts.find(({ stage }) => stage === value)?.count ?? 0,
    }));
  });
  protected readonly chips = computed(() => {
    const { q, stage, from, to } = this.state.value();
    return [
      ...(q ? [{ id: 'q', label: `Search: ${q}` }] : []),
      ...stage.map((one) => ({ id: `stage:${one}`, label: COHORT_STAGES[one as CohortStage] ?? one })),
      ...(DAY.test(from) ? [{ id: 'from', label: `From ${dayWords(from)}` }] : []),
      ...(DAY.test(to) ? [{ id: 'to', label: `Until ${dayWords(to)}` }] : []),
    ];
  });
  protected readonly stageTag = stageTag;
  protected readonly datesWords = datesWords;
  protected readonly many = many;

  protected headingOf({ count, more }: { count: number; more: boolean }): string {
    return more ? `${count.toLocaleString('en-GB')}+ cohorts` : many(count, 'cohort', 'cohorts');
  }

  protected apply(): void {
    this.state.set({ q: this.q().trim(), stage: [...this.stage()], from: this.from(), to: this.to() });
  }

  protected remove(chip: string): void {
    const [name = '', value] = chip.split(':');
    this.state.set(value === undefined ? { [name]: '' } : { stage: this.state.value().stage.filter((one) => one !== value) });
  }
}
