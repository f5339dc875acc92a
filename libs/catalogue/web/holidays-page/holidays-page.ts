import { Component, computed, inject, signal } from '@angular/core';
import { DIVISION_CODES, DIVISIONS, type Division } from '@waymark/catalogue/domain/calendar';
import type { components } from '@waymark/shared/client/schema';
import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { wallDate } from '@waymark/shared/kernel/wall-clock';
import { wallNow } from '@waymark/shared/web/clock';
import { Button } from '@waymark/shared/ui/button/button';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FileUpload } from '@waymark/shared/ui/file-upload/file-upload';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { Select } from '@waymark/shared/ui/select/select';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Tag, type TagColour } from '@waymark/shared/ui/tag/tag';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { urlState } from '@waymark/shared/web/url-state';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';

type Report = components['schemas']['HolidayImportView'];

const OUTCOMES: Record<Report['lines'][number]['outcome'], { word: string; colour: TagColour }> = {
  new: { word: 'New', colour: 'green' },
  changed: { word: 'Changed', colour: 'blue' },
  same: { word: 'Unchanged', colour: 'grey' },
  gone: { word: 'Removed', colour: 'orange' },
  rejected: { word: 'Error', colour: 'red' },
};

/** The bank holidays that schedules and working days go by, and the import of a newer list: first what it would change, then the change. */
@Component({
  selector: 'app-holidays-page',
  imports: [
    Button,
    ErrorSummary,
    FileUpload,
    NotificationBanner,
    Panel,
    Select,
    EmptyState,
    ErrorState,
    LoadingState,
    Cell,
    Table,
    Tag,
    TitleBlock,
  ],
  templateUrl: './holidays-page.html',
})
export class HolidaysPage {
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  protected readonly readingProblem = readingProblem;
  protected readonly dayOf = (row: { date: string; title: string }): string => `${row.date} ${row.title}`;
  protected readonly divisions = DIVISION_CODES.map((value) => ({ value, label: DIVISIONS[value] }));
  private readonly thisYear = Number(wallDate(wallNow()).slice(0, 4));
  protected readonly years = [-1, 0, 1, 2, 3].map((over) => String(this.thisYear + over)).map((year) => ({ value: year, label: year }));
  protected readonly columns: Column[] = [
    { key: 'title', heading: 'Holiday', names: true },
    { key: 'date', heading: 'Day' },
    { key: 'notes', heading: 'Notes' },
    { key: 'source', heading: 'Source' },
  ];
  protected readonly reportColumns: Column[] = [
    { key: 'place', heading: 'In the file', names: true },
    { key: 'outcome', heading: 'Result' },
    { key: 'title', heading: 'Holiday' },
    { key: 'message', heading: 'Details' },
  ];
  protected readonly url = urlState({ division: 'england-and-wales', year: String(this.thisYear) });
  protected readonly list = this.api.get('/bank-holidays', () => {
    const { division, year } = this.url.value();
    return { query: { division: division as Division, year: Number(year) } };
  });
  protected readonly may = computed(() => this.session.can('holidays:import'));

  protected readonly file = signal<File | null>(null);
  protected readonly report = signal<Report | null>(null);
  /** What differs; the rest is counted. */
  protected readonly lines = computed(() =>
    (this.report()?.lines ?? []).filter(({ outcome }) => outcome !== 'same').map((line, index) => ({ ...line, id: String(index) })),
  );
  protected readonly something = computed(() => {
    const counts = this.report()?.counts;
    return !!counts && counts.rejected === 0 && counts.new + counts.changed + counts.gone > 0;
  });
  protected readonly send = action(async (apply: boolean) => {
    const file = this.file();
    const report = await this.api.send('post', '/holiday-imports', {
      body: { fileName: file?.name ?? '', content: (await file?.text()) ?? '', apply },
    });
    this.report.set(report);
    if (report.applied) this.list.reload();
  });

  protected choose(file: File | null): void {
    this.file.set(file);
    this.report.set(null);
  }

  protected check(event: Event): void {
    event.preventDefault();
    void this.send.run(false);
  }

  protected day(date: string): string {
    return longDate(date as LocalDate, { withWeekday: true });
  }

  protected outcome(code: keyof typeof OUTCOMES): { word: string; colour: TagColour } {
    return OUTCOMES[code];
  }
}
