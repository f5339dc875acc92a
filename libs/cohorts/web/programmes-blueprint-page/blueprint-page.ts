import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { daysOf } from '@waymark/cohorts/domain/blueprint';
import { sessionKind } from '@waymark/cohorts/domain/session-kinds';
import type { components } from '@waymark/shared/client/schema';
import { Button } from '@waymark/shared/ui/button';
import { Dialog } from '@waymark/shared/ui/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary';
import type { Problem } from '@waymark/shared/ui/problem';
import { Panel } from '@waymark/shared/ui/panel';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states';
import { Cell, Table, type Column } from '@waymark/shared/ui/table';
import { TextInput } from '@waymark/shared/ui/text-input';
import { TitleBlock } from '@waymark/shared/ui/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { capital, numberOf, textOf } from '../catalogue-options';
import { CatalogueStale, type StaleChoice, type StaleField } from '../catalogue-stale';
import { TemplateForm, type Template } from './template-form';
import { inserted, removed, rowsOf, swapped, type TemplateRow } from './templates';

type BlueprintView = components['schemas']['BlueprintView'];

/** One version of a programme: its sessions by day. A draft is edited here, as a whole list; a published one is read. */
@Component({
  selector: 'app-blueprint-page',
  imports: [
    RouterLink,
    Button,
    CatalogueStale,
    Dialog,
    ErrorSummary,
    Panel,
    EmptyState,
    ErrorState,
    LoadingState,
    Cell,
    Table,
    TemplateForm,
    TextInput,
    TitleBlock,
  ],
  templateUrl: './blueprint-page.html',
})
export class BlueprintPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);

  protected readonly readingProblem = readingProblem;
  protected readonly textOf = textOf;
  protected readonly numberOf = numberOf;
  protected readonly columns: Column[] = [
    { key: 'when', heading: 'Time' },
    { key: 'title', heading: 'Session', names: true },
    { key: 'kind', heading: 'Kind' },
    { key: 'needs', heading: 'Needs' },
    { key: 'order', heading: 'Comes after' },
    { key: 'acts', heading: 'Actions', quiet: true },
  ];
  protected readonly staleFields: StaleField[] = [
    { name: 'capacity', label: 'Places' },
    { name: 'minViable', label: 'Fewest people' },
    {
      name: 'templates',
      label: 'Sessions',
      words: (templates: Template[]) => `${templates.length}: ${templates.map(({ title }) => title).join(', ')}`,
    },
  ];

  protected readonly blueprint = this.api.get('/blueprints/{id}', () => ({ path: { id: this.id() } }));
  protected readonly draft = linkedSignal<Draft | undefined>(() =>
    this.blueprint.hasValue() ? draftOf(this.blueprint.value()!) : undefined,
  );
  protected readonly saved = computed(() => (this.blueprint.hasValue() ? draftOf(this.blueprint.value()!) : undefined));
  protected readonly changed = computed(() => JSON.stringify(this.draft()) !== JSON.stringify(this.saved()));
  protected readonly editable = computed(() => this.blueprint.value()?.status === 'draft' && this.session.can('programmes:edit'));
  protected readonly days = computed(() => rowsOf(this.draft()?.templates ?? []));
  protected readonly length = computed(() => daysOf(this.draft()?.templates ?? []));

  /** The session in the dialog, and where it stands; -1 is a new one. */
  protected readonly editing = signal<{ index: number; template: Template } | null>(null);
  protected readonly editorOpen = computed(() => this.editing() !== null);

  protected readonly save = action(() => this.put());
  protected readonly publish = action(async () => {
    if (this.changed()) await this.put();
    const { version } = this.draft()!;
    this.blueprint.set(await this.api.send('put', '/blueprints/{id}/publication', { path: { id: this.id() }, body: { version } }));
  });
  protected readonly asking = signal(false);
  /** What is wrong with a session leads to the button that opens it. */
  protected readonly problem = computed<Problem | null>(() => {
    const problem = this.save.problem() ?? this.publish.problem();
    const toSession = (pointer: string) => pointer.replace(/^(\/templates\/\d+)\/.*/, '$1');
    return (
      problem && {
        ...problem,
        errors: (problem.errors ?? []).map((error) => (error.pointer ? { ...error, pointer: toSession(error.pointer) } : error)),
      }
    );
  });

  protected patch(over: Partial<Draft>): void {
    this.draft.update((draft) => draft && { ...draft, ...over });
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

  protected edit({ index, template }: TemplateRow): void {
    this.editing.set({ index, template: { ...template } });
  }

  protected keep(template: Template): void {
    const { index } = this.editing()!;
    const templates = this.draft()!.templates;
    this.patch({ templates: index < 0 ? inserted(templates, template) : templates.map((one, at) => (at === index ? template : one)) });
    this.editing.set(null);
  }

  protected remove({ index }: TemplateRow): void {
    this.patch({ templates: removed(this.draft()!.templates, index) });
  }

  protected swap({ index }: TemplateRow, other: number): void {
    this.patch({ templates: swapped(this.draft()!.templates, index, other) });
  }

  protected async confirm(): Promise<void> {
    this.save.clear();
    await this.publish.run();
    this.asking.set(false);
  }

  protected saveNow(): void {
    this.publish.clear();
    void this.save.run();
  }

  protected resolve({ version, theirs }: StaleChoice): void {
    const { templates, ...facts } = theirs as Partial<BlueprintView>;
    this.patch({ ...facts, ...(templates ? { templates: templates.map(wishOf) } : {}), version });
    this.saveNow();
  }

  protected kindOf(code: string): string {
    return capital(sessionKind(code).word);
  }

  private async put(): Promise<void> {
    this.blueprint.set(await this.api.send('put', '/blueprints/{id}', { path: { id: this.id() }, body: this.draft()! }));
  }
}

type Draft = components['schemas']['EditBlueprint'];

const wishOf = ({ id: _, position: __, ...template }: components['schemas']['TemplateView']): Template => template;

function draftOf({ version, capacity, minViable, templates }: BlueprintView): Draft {
  return { version, capacity, minViable, templates: templates.map(wishOf) };
}
