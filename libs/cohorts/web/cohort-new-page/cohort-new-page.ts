import { afterRenderEffect, Component, computed, DestroyRef, DOCUMENT, effect, inject, linkedSignal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { NATION_CODES, NATIONS, type Nation } from '@waymark/catalogue/domain/calendar';
import { KEY_DATE_WORDS, type KeyDate } from '@waymark/cohorts/domain/cohort-plan';
import { SUB_GROUP_KIND_CODES, SUB_GROUP_KINDS, type SubGroupKind } from '@waymark/cohorts/domain/sub-group-split';
import { PersonBox } from '@waymark/people/web/person-box';
import { many } from '@waymark/shared/kernel/words';
import { Button } from '@waymark/shared/ui/button/button';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { NumberInput } from '@waymark/shared/ui/number-input/number-input';
import { Unsaved } from '@waymark/shared/ui/form/unsaved';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { Select } from '@waymark/shared/ui/select/select';
import { SummaryList } from '@waymark/shared/ui/summary-list/summary-list';
import { EmptyState, LoadingState } from '@waymark/shared/ui/states/states';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { Session } from '@waymark/shared/web/session';
import { TabMemory } from '@waymark/shared/web/tab-memory';
import { urlState } from '@waymark/shared/web/url-state';
import type { components } from '@waymark/shared/client/schema';
import { weekdayWords } from '../cohort-words';

type Preview = components['schemas']['CohortPreview'];
const NOTHING = {
  programmeId: '',
  blueprintId: '',
  name: '',
  place: '',
  startsOn: '',
  venueId: '',
  nation: 'ENG' as Nation,
  capacity: NaN,
  minViable: NaN,
  leadId: '',
  /** Shown where their id is kept. */
  leadName: '',
  goDecisionOn: '',
  groups: { count: null as number | null, kind: 'learning_set' as SubGroupKind },
};

/** As the tab keeps them: an empty number is nothing there. */
type Kept = Omit<typeof NOTHING, 'capacity' | 'minViable'> & Record<'capacity' | 'minViable', number | null>;
/** Under which the tab keeps the answers until the cohort is made or they are given up. */
const ANSWERS = 'new-cohort';

/**
 * A new cohort: what it is made from, where and when; then what would be made; then it is made. The step stands in the address and the
 * answers in the tab, so that loading the page again or going back loses nothing.
 */
@Component({
  selector: 'app-cohort-new-page',
  imports: [
    RouterLink,
    Button,
    DateInput,
    EmptyState,
    ErrorSummary,
    FormContext,
    LoadingState,
    NumberInput,
    Panel,
    PersonBox,
    Select,
    SummaryList,
    TextInput,
    TitleBlock,
  ],
  templateUrl: './cohort-new-page.html',
})
export class CohortNewPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private readonly memory = inject(TabMemory);
  private readonly url = urlState({ step: '' });
  protected readonly crumbs = [{ label: 'Cohorts', link: '/cohorts' }, { label: 'New cohort' }];
  protected readonly form = formOf(NOTHING, {
    problem: () => this.look.problem(),
    follow: {
      programmeId: () => ({ blueprintId: '' }),
      blueprintId: (id) => this.numbersOf(id),
      // The nation follows the venue, and can still be another.
      venueId: (id) => this.nationOf(id),
    },
  });
  private readonly draft = this.form.draft;

  private readonly programmes = this.api.get('/programmes', () => ({ query: { limit: 200, status: 'active' as const } }));
  protected readonly programmeOptions = computed(() =>
    (this.programmes.hasValue() ? this.programmes.value().items : [])
      .filter(({ publishedId }) => publishedId !== null)
      .map(({ id, title }) => ({ value: id, label: title })),
  );
  protected readonly noProgrammes = computed(() => this.programmes.hasValue() && this.programmeOptions().length === 0);
  private readonly blueprints = this.api.get('/programmes/{id}/blueprints', () =>
    this.draft().programmeId ? { path: { id: this.draft().programmeId } } : undefined,
  );
  private readonly published = computed(() =>
    (this.blueprints.hasValue() ? this.blueprints.value().items : []).filter(({ status }) => status === 'published'),
  );
  protected readonly blueprintOptions = computed(() =>
    this.published().map(({ id, number, sessions, days }) => ({
      value: id,
      label: `Version ${number}: ${many(sessions, 'session', 'sessions')} over ${many(days, 'day', 'days')}`,
    })),
  );
  private readonly venues = this.api.get('/venues', () => ({ query: { limit: 200 } }));
  protected readonly venueOptions = computed(() =>
    (this.venues.hasValue() ? this.venues.value().items : []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly nations = NATION_CODES.map((value) => ({ value, label: NATIONS[value] }));
  protected readonly kinds = SUB_GROUP_KIND_CODES.map((value) => ({ value, label: SUB_GROUP_KINDS[value] }));

  /** What would be made of these answers, once that was asked. */
  private readonly seen = linkedSignal<unknown, Preview | null>({ source: this.draft, computation: () => null });
  private readonly checking = computed(() => this.url.value().step === 'check');
  protected readonly preview = computed(() => (this.checking() ? this.seen() : null));
  protected readonly look = action(async () => {
    this.seen.set(await this.api.send('post', '/cohort-previews', { body: this.body() }));
    this.url.set({ step: 'check' });
  });
  /** The address says that they are checked, and what would be made is not known yet. */
  protected readonly looking = computed(() => this.checking() && !this.preview() && this.look.busy());
  protected readonly make = action(async () => {
    const made = await this.api.send('post', '/cohorts', { body: this.body() });
    this.form.saved();
    this.memory.forget(ANSWERS);
    await this.router.navigate(['/cohorts', made.id, 'overview']);
  });
  protected readonly summary = computed(() => {
    const preview = this.preview();
    if (!preview) return [];
    return [
      { key: 'Name', value: preview.name },
      { key: 'Code', value: preview.code },
      ...preview.keyDates.map(({ code, day }) => ({ key: KEY_DATE_WORDS[code as KeyDate['code']], value: weekdayWords(day) })),
      { key: 'Places', value: `${this.draft().capacity}, with a minimum of ${many(this.draft().minViable, 'person', 'people')}` },
    ];
  });
  protected readonly many = many;
  protected readonly dayWords = weekdayWords;

  constructor() {
    const kept = this.memory.read<Kept>(ANSWERS);
    if (kept) this.form.patch({ ...kept, capacity: kept.capacity ?? NaN, minViable: kept.minViable ?? NaN });
    effect(() => {
      if (this.form.changed!()) this.memory.keep(ANSWERS, this.draft());
    });
    // Also while what would be made is shown, where no form stands.
    inject(Unsaved).watch(() => this.form.changed!());
    inject(DestroyRef).onDestroy(() => this.memory.forget(ANSWERS));
    // Loaded again, or come back to: what was shown is asked for anew.
    effect(() => {
      if (this.checking()) untracked(() => this.seen() ?? (this.form.changed!() && void this.look.run()));
    });
    // The page is another one now: its heading is where reading goes on.
    let before = untracked(this.preview) !== null;
    afterRenderEffect(() => {
      const checks = this.preview() !== null;
      if (checks !== before) this.document.querySelector<HTMLElement>('h1')?.focus();
      before = checks;
    });
    // A programme has one version most teams want: the last one published, with its numbers.
    effect(() => {
      const latest = [...this.published()].sort((a, b) => b.number - a.number)[0];
      if (!latest) return;
      untracked(() => {
        const draft = this.draft();
        if (!this.published().some(({ id }) => id === draft.blueprintId)) this.form.patch({ blueprintId: latest.id });
      });
    });
  }

  private nationOf(venueId: string): Partial<typeof NOTHING> {
    const venue = this.venues.hasValue() ? this.venues.value().items.find(({ id }) => id === venueId) : undefined;
    return venue ? { nation: venue.nation as Nation } : {};
  }

  private numbersOf(blueprintId: string): Partial<typeof NOTHING> {
    const blueprint = this.published().find(({ id }) => id === blueprintId);
    return blueprint ? { capacity: blueprint.capacity, minViable: blueprint.minViable } : {};
  }

  protected change(): void {
    this.url.set({ step: '' });
  }

  /** Fields left empty are left out, so that the API fills them in or says what is missing. */
  private body() {
    const { name, venueId, leadId, leadName: _, goDecisionOn, groups, ...rest } = this.draft();
    return {
      ...rest,
      providerId: this.session.current()?.provider?.id ?? '',
      ...(name.trim() ? { name } : {}),
      ...(venueId ? { venueId } : {}),
      ...(leadId ? { leadId } : {}),
      ...(goDecisionOn ? { goDecisionOn } : {}),
      ...(groups.count === null || groups.count === 0 ? {} : { groups: { ...groups, count: groups.count } }),
    };
  }
}
