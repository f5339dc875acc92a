import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { daysOf } from '@waymark/catalogue/domain/blueprint';
import { sessionKind } from '@waymark/catalogue/domain/session-kinds';
import type { components } from '@waymark/shared/client/schema';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext } from '@waymark/shared/ui/form/form';
import { NumberInput } from '@waymark/shared/ui/number-input/number-input';
import type { Problem } from '@waymark/shared/ui/problem';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { staleEdit } from '@waymark/shared/web/stale-edit';
import { StaleEditDialog } from '@waymark/shared/web/stale-edit-dialog';
import { Unsaved } from '@waymark/shared/ui/form/unsaved';
import { capital } from '../options';
import type { Template } from './template-draft';
import { TemplateForm } from './template-form';
import { inserted, removed, rowsOf, swapped, type TemplateRow } from './templates';

type BlueprintView = components['schemas']['BlueprintView'];

/** One version of a programme: its sessions by day. A draft is edited here, as a whole list; a published one is read. */
@Component({
  selector: 'app-blueprint-page',
  imports: [
    RouterLink,
    Button,
    StaleEditDialog,
    Dialog,
    ErrorSummary,
    FormContext,
    NumberInput,
    Panel,
    EmptyState,
    ErrorState,
    LoadingState,
    Cell,
    Table,
    TemplateForm,
    TitleBlock,
  ],
  templateUrl: './blueprint-page.html',
})
export class BlueprintPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  protected readonly readingProblem = readingProblem;
  protected readonly columns: Column[] = [
    { key: 'when', heading: 'Time' },
    { key: 'title', heading: 'Session', names: true },
    { key: 'kind', heading: 'Kind' },
    { key: 'needs', heading: 'Room needs' },
    { key: 'order', heading: 'Comes after' },
    { key: 'acts', heading: 'Actions', quiet: true },
  ];
  protected readonly blueprint = this.api.get('/blueprints/{id}', () => ({ path: { id: this.id() } }));
  protected readonly view = computed(() => (this.blueprint.hasValue() ? this.blueprint.value() : undefined));
  protected readonly edit = staleEdit<BlueprintView, Draft>({
    view: this.view,
    draftOf,
    labels: { capacity: 'Places', minViable: 'Minimum number of people', templates: 'Sessions' },
    words: (field, draft) =>
      field === 'templates' ? `${draft.templates.length}: ${draft.templates.map(({ title }) => title).join(', ')}` : String(draft[field]),
    send: async (draft, version) =>
      this.blueprint.set(await this.api.send('put', '/blueprints/{id}', { path: { id: this.id() }, body: { version, ...draft } })),
  });
  protected readonly editable = computed(() => this.blueprint.value()?.status === 'draft' && this.session.can('programmes:edit'));
  protected readonly days = computed(() => rowsOf(this.edit.draft().templates));
  protected readonly length = computed(() => daysOf(this.edit.draft().templates));

  /** The session in the dialog, and where it stands; -1 is a new one. */
  protected readonly editing = signal<{ index: number; template: Template } | null>(null);
  protected readonly editorOpen = computed(() => this.editing() !== null);

  protected readonly publish = action(async () => {
    const { version } = this.view()!;
    this.blueprint.set(await this.api.send('put', '/blueprints/{id}/publication', { path: { id: this.id() }, body: { version } }));
  });
  protected readonly asking = signal(false);
  /** What is wrong with a session leads to the button that opens it. */
  private readonly problem = computed<Problem | null>(() => {
    const problem = this.edit.problem() ?? this.publish.problem();
    const toSession = (pointer: string) => pointer.replace(/^(\/templates\/\d+)\/.*/, '$1');
    return (
      problem && {
        ...problem,
        errors: (problem.errors ?? []).map((error) => (error.pointer ? { ...error, pointer: toSession(error.pointer) } : error)),
      }
    );
  });
  protected readonly form = { ...this.edit, problem: this.problem };

  constructor() {
    inject(Unsaved).watch(() => this.edit.changed());
  }

  protected add(dayOffset: number | null): void {
    const template: Template = {
      title: '',
      kind: 'workshop',
      purpose: '',
      dayOffset,
      startsAt: dayOffset === null ? null : '09:30',
      duration: 60,
      mandatory: true,
      mode: 'in_person',
      layout: null,
      equipment: [],
      setUp: 0,
      clearUp: 0,
      perGroup: false,
      afterPosition: null,
      minGap: 0,
    };
    this.editing.set({ index: -1, template });
  }

  protected openSession({ index, template }: TemplateRow): void {
    this.editing.set({ index, template: { ...template } });
  }

  protected keep(template: Template): void {
    const { index } = this.editing()!;
    const templates = this.edit.draft().templates;
    this.edit.patch({ templates: index < 0 ? inserted(templates, template) : templates.map((one, at) => (at === index ? template : one)) });
    this.editing.set(null);
  }

  protected remove({ index }: TemplateRow): void {
    this.edit.patch({ templates: removed(this.edit.draft().templates, index) });
  }

  protected swap({ index }: TemplateRow, other: number): void {
    this.edit.patch({ templates: swapped(this.edit.draft().templates, index, other) });
  }

  /** What was written is saved first; a version that somebody else has changed since is shown before it is published. */
  protected async confirm(): Promise<void> {
    this.publish.clear();
    const saved = !this.edit.changed() || (await this.edit.save());
    if (saved && !(await this.publish.run()) && this.publish.problem()?.status === 409) this.blueprint.reload();
    this.asking.set(false);
  }

  protected saveNow(): void {
    this.publish.clear();
    void this.edit.save();
  }

  protected kindOf(code: string): string {
    return capital(sessionKind(code).word);
  }
}

type Draft = Omit<components['schemas']['EditBlueprint'], 'version'>;

const wishOf = ({ id: _, position: __, ...template }: components['schemas']['TemplateView']): Template => template;

const draftOf = (view: BlueprintView | undefined): Draft => ({
  capacity: view?.capacity ?? 0,
  minViable: view?.minViable ?? 0,
  templates: (view?.templates ?? []).map(wishOf),
});
