import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { components } from '@waymark/shared/client/schema';
import type { DateOrder } from '@waymark/people/domain/import-dates';
import { mappingFaults, PERSON_FIELDS, type PersonField, type PersonMapping } from '@waymark/people/domain/person-import';
import { Button } from '@waymark/shared/ui/button/button';
import { Details } from '@waymark/shared/ui/details/details';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import type { Problem } from '@waymark/shared/ui/problem';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { Select } from '@waymark/shared/ui/select/select';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { datesHint } from './dates-hint';
import { importCrumbs, ImportSteps } from './import-steps';
import { isStaleImport } from './stale-import';

/** Second step: which column holds what. Guessed or remembered, shown with what the file says, and changed by hand. */
@Component({
  selector: 'app-import-columns-page',
  imports: [
    RouterLink,
    Button,
    Details,
    ErrorSummary,
    FormContext,
    NotificationBanner,
    Radios,
    Select,
    ErrorState,
    LoadingState,
    TitleBlock,
    ImportSteps,
  ],
  templateUrl: './columns-page.html',
})
export class ImportColumnsPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly crumbs = importCrumbs;

  protected readonly batch = this.api.get('/people-imports/{id}', () => ({ path: { id: this.id() } }));
  private readonly view = computed(() => (this.batch.hasValue() ? this.batch.value() : undefined));
  protected readonly reading = computed(() => {
    const error = this.batch.error();
    return error ? readingProblem(error) : null;
  });

  protected readonly options = computed(() => {
    const view = this.view();
    // Without headings a column is known by what stands in it.
    const example = (index: number) => (view?.headingLine === 0 && view.sample[0]?.[index] ? `: ${shortOf([view.sample[0][index]])}` : '');
    return (view?.headers ?? []).map((label, index) => ({ value: String(index), label: `${label}${example(index)}` }));
  });
  private readonly faults = signal<Problem | null>(null);
  /** By field the number of its column; empty where the file has none. */
  protected readonly form = formOf(() => ({ ...draftOf(this.view()?.mapping ?? {}), dateOrder: String(this.view()?.dates?.order ?? '') }), {
    problem: () => this.faults() ?? this.save.problem(),
  });
  private readonly mapping = computed(() => mappingOf(this.form.draft()));

  protected readonly save = action(async () => {
    const view = this.view();
    if (!view) return;
    const mapping = this.mapping();
    const dateOrder = this.dateOrderChosen(view);
    if (!sameColumns(mapping, view.mapping) || view.status === 'uploaded' || dateOrder !== chosenIn(view))
      await this.api.send('put', '/people-imports/{id}/mapping', {
        path: { id: view.id },
        body: { mapping, dateOrder, version: view.version },
      });
    this.form.saved();
    await this.router.navigate(['/people/import', view.id, 'check']);
  });

  /** The row of headings, where another is meant than the one found. */
  protected readonly headingForm = formOf(() => ({ line: String(this.view()?.headingLine ?? 0) }), {
    asks: false,
    problem: () => this.head.problem(),
  });
  protected readonly headingOptions = computed(() => [
    ...(this.view()?.top ?? []).map(({ line, cells }) => ({
      value: String(line),
      label: `Row ${line}: ${shortOf(cells)}`,
    })),
    { value: '0', label: 'The file has no headings' },
  ]);
  protected readonly head = action(async () => {
    const view = this.view();
    if (!view) return;
    const line = Number(this.headingForm.draft().line);
    this.batch.set(
      await this.api.send('put', '/people-imports/{id}/headings', { path: { id: view.id }, body: { line, version: view.version } }),
    );
  });

  constructor() {
    // Imported already, in another tab or before a reload: there are no columns left to choose.
    effect(() => {
      if (this.view()?.status === 'completed') void this.router.navigate(['/people/import', this.id(), 'check'], { replaceUrl: true });
    });
  }

  protected readonly dateOrders = [
    { value: 'day-first', label: 'Day first, like 24/06/2027' },
    { value: 'month-first', label: 'Month first, like 06/24/2027' },
  ];

  /** Null where somebody left it as the column says, so that another column may say something else. */
  private dateOrderChosen(view: components['schemas']['PeopleImportView']): DateOrder | null {
    const { dateOrder } = this.form.draft();
    if (dateOrder === '' || dateOrder === view.dates?.order) return chosenIn(view);
    return dateOrder as DateOrder;
  }

  protected readonly datesHint = datesHint;

  protected headingSummary({ headingLine }: components['schemas']['PeopleImportView']): string {
    return headingLine === 0 ? 'The file has a row of headings' : `The headings are not in row ${headingLine}`;
  }

  /** The first values of a column that are not empty, as they stand in the file. */
  protected samplesOf(view: components['schemas']['PeopleImportView'], field: PersonField): string[] {
    const column = this.mapping()[field];
    if (column === undefined) return [];
    return view.sample.flatMap((row) => row[column] || []).slice(0, 3);
  }

  protected async submit(): Promise<void> {
    const faults = mappingFaults(this.mapping());
    this.faults.set(
      faults.length === 0
        ? null
        : {
            title: 'Check the columns',
            errors: faults.map(({ field, message }) => ({ code: 'mapping', pointer: `/${field}`, detail: message })),
          },
    );
    if (faults.length > 0) return this.save.clear();
    if (!(await this.save.run()) && isStaleImport(this.save.problem())) this.batch.reload();
  }
}

const chosenIn = ({ dates }: components['schemas']['PeopleImportView']): DateOrder | null => (dates?.how === 'chosen' ? dates.order : null);

/** What stands in a row, as much as fits a line. */
function shortOf(cells: readonly string[]): string {
  const text = cells.filter((cell) => cell !== '').join(', ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

type Columns = Record<PersonField, string>;

const draftOf = (mapping: PersonMapping): Columns =>
  Object.fromEntries(PERSON_FIELDS.map(({ field }) => [field, String(mapping[field] ?? '')])) as Columns;

const mappingOf = (columns: Columns): PersonMapping =>
  Object.fromEntries(PERSON_FIELDS.flatMap(({ field }) => (columns[field] === '' ? [] : [[field, Number(columns[field])]])));

const sameColumns = (a: PersonMapping, b: PersonMapping): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((field) => a[field as PersonField] === b[field as PersonField]);
