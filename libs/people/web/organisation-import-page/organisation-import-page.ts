import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { components } from '@waymark/shared/client/schema';
import { many } from '@waymark/shared/kernel/words';
import { Button } from '@waymark/shared/ui/button/button';
import { Details } from '@waymark/shared/ui/details/details';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FileUpload } from '@waymark/shared/ui/file-upload/file-upload';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { Panel } from '@waymark/shared/ui/panel/panel';
import type { Problem } from '@waymark/shared/ui/problem';
import { Radios } from '@waymark/shared/ui/radios/radios';
import { type Column, Table, Cell } from '@waymark/shared/ui/table/table';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { contentOf } from '../file-content';
import { type Figure, ImportFigures } from '../import-figures';
import { factWords, fieldWords } from './register-words';

type Report = components['schemas']['OrganisationImportReport'];

/** The register of councils: look at what would change, then import. Nothing is kept between the two but the file on this page. */
@Component({
  selector: 'app-organisation-import-page',
  imports: [
    RouterLink,
    Button,
    Details,
    ErrorSummary,
    FileUpload,
    FormContext,
    NotificationBanner,
    Panel,
    Radios,
    Cell,
    Table,
    TitleBlock,
    ImportFigures,
  ],
  templateUrl: './organisation-import-page.html',
})
export class OrganisationImportPage {
  private readonly api = inject(Api);
  protected readonly crumbs = [{ label: 'Organisations', link: '/organisations' }, { label: 'Import councils' }];
  protected readonly report = signal<Report | null>(null);
  private readonly unfit = signal<Problem | null>(null);
  protected readonly form = formOf(
    { content: null as File | null, rejected: '' },
    { asks: false, problem: () => this.unfit() ?? this.look.problem() ?? this.apply.problem() },
  );
  /** Asked to import, the API changed nothing, because rows were rejected and none were to be left out. */
  protected readonly heldBack = signal(false);

  /** What was looked at is what is imported, even if the file is saved again in between. */
  private content: { fileName: string; content: string } | null = null;

  protected readonly look = action(async () => {
    this.heldBack.set(false);
    const content = await contentOf(this.form.draft().content);
    if ('title' in content) return this.unfit.set(content);
    this.content = content;
    this.report.set(await this.ask(false, true));
  });

  protected readonly apply = action(async () => {
    const leaveOut = this.form.draft().rejected === 'leave-out';
    const report = await this.ask(true, !leaveOut);
    this.report.set(report);
    this.heldBack.set(!report.applied);
  });

  protected readonly choices = [
    { value: 'nothing', label: 'Do not import anything until every row is correct' },
    { value: 'leave-out', label: 'Leave out the rejected rows and import the rest' },
  ];
  protected readonly messageColumns: readonly Column[] = [
    { key: 'line', heading: 'Row', numeric: true },
    { key: 'name', heading: 'Council', names: true },
    { key: 'message', heading: 'Problem' },
  ];
  protected readonly changeColumns: readonly Column[] = [
    { key: 'line', heading: 'Row', numeric: true },
    { key: 'name', heading: 'Council', names: true },
    { key: 'changes', heading: 'What changes' },
  ];
  protected readonly fieldWords = fieldWords;
  protected readonly factWords = factWords;
  protected readonly lineOf = ({ line }: { line: number }): string => String(line);
  protected readonly messageOf = ({ line, field, message }: Report['messages'][number]): string => `${line} ${field} ${message}`;

  protected figuresOf({ counts, applied }: Report): Figure[] {
    return [
      { key: 'new', label: applied ? 'added' : 'new', value: counts.new },
      { key: 'changed', label: 'changed', value: counts.changed },
      { key: 'same', label: applied ? 'unchanged' : 'unchanged', value: counts.same },
      { key: 'rejected', label: applied ? 'left out' : 'rejected', value: counts.rejected, tone: 'attention' },
    ];
  }

  protected toImport({ counts }: Report): number {
    return counts.new + counts.changed;
  }

  protected councils(count: number): string {
    return many(count, 'council', 'councils');
  }

  protected rows(count: number): string {
    return many(count, 'row', 'rows');
  }

  protected check(): void {
    this.forget();
    void this.look.run();
  }

  protected confirm(): void {
    this.unfit.set(null);
    this.look.clear();
    const report = this.report();
    if (report && report.counts.rejected > 0 && this.form.draft().rejected === '') {
      this.apply.clear();
      this.unfit.set({
        title: 'There is a problem',
        errors: [{ code: 'rejected', pointer: '/rejected', detail: 'Choose what to do with the rejected rows' }],
      });
      return;
    }
    void this.apply.run();
  }

  protected again(): void {
    this.forget();
    this.report.set(null);
    this.form.reset();
    this.content = null;
  }

  private forget(): void {
    this.unfit.set(null);
    this.look.clear();
    this.apply.clear();
    this.heldBack.set(false);
  }

  private ask(apply: boolean, allOrNothing: boolean): Promise<Report> {
    return this.api.send('post', '/organisation-imports', { body: { ...this.content!, apply, allOrNothing } });
  }
}
