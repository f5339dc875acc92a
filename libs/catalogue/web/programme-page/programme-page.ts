import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { RULE_CODES, SEVERITIES, type Severity } from '@waymark/engines/timetable/model';
import { GAP_CODES, GAP_WORDS, RULE_WORDS, SEVERITY_WORDS } from '@waymark/catalogue/domain/programme-rules';
import type { components } from '@waymark/shared/client/schema';
import { longDate } from '@waymark/shared/kernel/dates';
import { toWall, wallDate } from '@waymark/shared/kernel/wall-clock';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext } from '@waymark/shared/ui/form/form';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { Select } from '@waymark/shared/ui/select/select';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Tag } from '@waymark/shared/ui/tag/tag';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { staleEdit } from '@waymark/shared/web/stale-edit';
import { StaleEditDialog } from '@waymark/shared/web/stale-edit-dialog';

type ProgrammeView = components['schemas']['ProgrammeView'];

const SEVERITY_OPTIONS = SEVERITIES.map((value) => ({ value, label: SEVERITY_WORDS[value] }));
const columnsOf = (words: string, severity: string): Column[] => [
  { key: 'words', heading: words, names: true },
  { key: 'severity', heading: severity },
];

/** One programme: its facts, how much each rule of the schedule matters, and its versions. */
@Component({
  selector: 'app-programme-page',
  imports: [
    RouterLink,
    Button,
    StaleEditDialog,
    ErrorSummary,
    FormContext,
    Panel,
    Radios,
    Select,
    EmptyState,
    ErrorState,
    LoadingState,
    Cell,
    Table,
    Tag,
    TextInput,
    Textarea,
    TitleBlock,
  ],
  templateUrl: './programme-page.html',
})
export class ProgrammePage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly readingProblem = readingProblem;
  /** What is checked while a schedule is made, and what may be missing when it is released. */
  protected readonly rules = [
    {
      heading: 'Schedule checks',
      what: 'checks',
      columns: columnsOf('Check', 'If there is a clash'),
      rows: RULE_CODES.map((code) => ({ id: code, words: RULE_WORDS[code] })),
      severities: SEVERITY_OPTIONS,
    },
    {
      heading: 'What a release may go out without',
      what: 'gaps',
      columns: columnsOf('What is missing', 'When the schedule is released'),
      rows: GAP_CODES.map((code) => ({ id: code, words: GAP_WORDS[code] })),
      // Nothing that is missing stops a change: it is still to come.
      severities: SEVERITY_OPTIONS.filter(({ value }) => value !== 'block_save'),
    },
  ];
  protected readonly statuses = [
    { value: 'active', label: 'Active' },
    { value: 'retired', label: 'Retired', hint: 'No new versions or cohorts' },
  ];
  protected readonly versionColumns: Column[] = [
    { key: 'number', heading: 'Version', names: true },
    { key: 'status', heading: 'Status' },
    { key: 'days', heading: 'Days', numeric: true },
    { key: 'sessions', heading: 'Sessions', numeric: true },
    { key: 'capacity', heading: 'Places', numeric: true },
  ];
  protected readonly programme = this.api.get('/programmes/{id}', () => ({ path: { id: this.id() } }));
  protected readonly versions = this.api.get('/programmes/{id}/blueprints', () => ({ path: { id: this.id() } }));
  protected readonly view = computed(() => (this.programme.hasValue() ? this.programme.value() : undefined));
  protected readonly may = computed(() => this.session.can('programmes:edit'));
  protected readonly edit = staleEdit<ProgrammeView, ProgrammeDraft>({
    view: this.view,
    draftOf,
    labels: { title: 'Title', code: 'Code', summary: 'Summary', status: 'Status', rules: 'Rules' },
    words: (field, draft) => (field === 'rules' ? rulesWords(draft.rules) : field === 'status' ? STATUS_WORDS[draft.status] : draft[field]),
    send: async (draft, version) =>
      this.programme.set(await this.api.send('put', '/programmes/{id}', { path: { id: this.id() }, body: { version, ...draft } })),
  });

  protected readonly start = action(async () => {
    const { id } = await this.api.send('post', '/programmes/{id}/blueprints', { path: { id: this.id() }, body: {} });
    await this.router.navigate(['/blueprints', id]);
  });

  protected day(moment: string): string {
    return longDate(wallDate(toWall(new Date(moment))));
  }
}

type ProgrammeDraft = Pick<ProgrammeView, 'title' | 'code' | 'summary' | 'status' | 'rules'>;

const STATUS_WORDS = { active: 'Active', retired: 'Retired' } as const;

const draftOf = (view: ProgrammeView | undefined): ProgrammeDraft => ({
  title: view?.title ?? '',
  code: view?.code ?? '',
  summary: view?.summary ?? '',
  status: view?.status ?? 'active',
  rules: view?.rules ?? ({} as ProgrammeView['rules']),
});

const rulesWords = (rules: ProgrammeView['rules']): string =>
  [
    ...RULE_CODES.map((code) => `${RULE_WORDS[code]}: ${SEVERITY_WORDS[rules[code] as Severity]}`),
    ...GAP_CODES.map((code) => `${GAP_WORDS[code]}: ${SEVERITY_WORDS[rules[code] as Severity]}`),
  ].join('; ');
