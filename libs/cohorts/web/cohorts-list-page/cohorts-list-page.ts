import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { COHORT_STAGE_CODES, COHORT_STAGES, isOver, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { many } from '@waymark/shared/kernel/words';
import { Attention } from '@waymark/shared/ui/attention/attention';
import { Button } from '@waymark/shared/ui/button/button';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { FilterGroup } from '@waymark/shared/ui/filter-group/filter-group';
import { FilterPanel } from '@waymark/shared/ui/filter-panel/filter-panel';
import { FormContext } from '@waymark/shared/ui/form/form';
import { Icon } from '@waymark/shared/ui/icon/icon';
import { ListBar } from '@waymark/shared/ui/list-bar/list-bar';
import { Pagination } from '@waymark/shared/ui/pagination/pagination';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Select } from '@waymark/shared/ui/select/select';
import { Cell, type Column, Table } from '@waymark/shared/ui/table/table';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Api } from '@waymark/shared/web/api';
import { listPage } from '@waymark/shared/web/list-page';
import { Session } from '@waymark/shared/web/session';
import { datesWords, dayWords, stageTag } from '../cohort-words';

type Sort = 'startsOn' | '-startsOn' | 'name' | '-name';
/** Stages in which there is something left to do: what the list shows unless it is asked for more. */
const CURRENT = COHORT_STAGE_CODES.filter((stage) => !isOver(stage));
const NONE: readonly string[] = [];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** All cohorts that somebody may see; filters, order and page are in the address. */
@Component({
  selector: 'app-cohorts-list-page',
  imports: [
    Attention,
    RouterLink,
    Button,
    Cell,
    DateInput,
    EmptyState,
    ErrorState,
    FilterGroup,
    FilterPanel,
    FormContext,
    Icon,
    ListBar,
    LoadingState,
    Pagination,
    Select,
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
  protected readonly mayMake = computed(() => this.session.can('cohorts:edit'));

  protected readonly list = listPage({
    what: ['cohort', 'cohorts'],
    filters: { q: '', stage: NONE, programme: '', finished: NONE, from: '', to: '' },
    view: { sort: 'startsOn', hide: NONE },
    chips: {
      q: (text) => `Search: ${text}`,
      stage: (stage) => COHORT_STAGES[stage as CohortStage] ?? stage,
      programme: (id) => this.programmeOptions().find(({ value }) => value === id)?.label ?? 'One programme',
      finished: () => 'With finished cohorts',
      from: (day) => (DAY.test(day) ? `Runs on or after ${dayWords(day)}` : ''),
      to: (day) => (DAY.test(day) ? `Starts on or before ${dayWords(day)}` : ''),
    },
    read: (asked) =>
      this.api.get('/cohorts', () => {
        const { q, stage, programme, finished, from, to, sort, after } = asked();
        // What is over is asked for: by its stage, or all of it.
        const stages = stage.length > 0 || finished.length > 0 ? stage : CURRENT;
        return {
          query: {
            search: q || undefined,
            stage: stages as CohortStage[],
            programme: programme ? [programme] : [],
            from: DAY.test(from) ? from : undefined,
            to: DAY.test(to) ? to : undefined,
            sort: sort as Sort,
            after,
          },
        };
      }),
  });
  private readonly programmes = this.api.get('/programmes', () =>
    this.session.can('programmes:read') ? { query: { limit: 200 } } : undefined,
  );
  protected readonly programmeOptions = computed(() =>
    this.programmes.hasValue() ? this.programmes.value().items.map(({ id, title }) => ({ value: id, label: title })) : [],
  );

  protected readonly columns: readonly Column[] = [
    { key: 'name', heading: 'Name', names: true, sortable: true },
    { key: 'stage', heading: 'Stage' },
    { key: 'startsOn', heading: 'Dates', sortable: true },
    { key: 'place', heading: 'Place' },
    { key: 'places', heading: 'Places filled' },
    { key: 'problems', heading: 'Needs attention' },
    { key: 'lead', heading: 'Lead' },
  ];
  protected readonly counts = computed(() => this.list.page()?.stages ?? []);
  protected readonly stages = computed(() =>
    COHORT_STAGE_CODES.map((value) => ({
      value,
      label: COHORT_STAGES[value],
      ...(this.counts().find(({ stage }) => stage === value) ?? { count: 0, more: false }),
    })),
  );
  protected readonly finishedOptions = computed(() => {
    const over = this.counts().filter(({ stage }) => isOver(stage as CohortStage));
    const count = over.reduce((sum, { count }) => sum + count, 0);
    return [{ value: 'show', label: 'Show finished', count, more: over.some(({ more }) => more) }];
  });
  protected readonly stageTag = stageTag;
  protected readonly datesWords = datesWords;
  protected readonly many = many;
}
