import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { isOver, takesPeople } from '@waymark/cohorts/domain/cohort-lifecycle';
import { Button } from '@waymark/shared/ui/button/button';
import { DateInput } from '@waymark/shared/ui/date-input/date-input';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { MenuButton } from '@waymark/shared/ui/menu-button/menu-button';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { SubNav, type SubNavItem } from '@waymark/shared/ui/sub-nav/sub-nav';
import { TextInput } from '@waymark/shared/ui/text-input/text-input';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { datesWords, placesWords, stageTag } from '../cohort-words';
import { ShiftDays } from '../shift-days/shift-days';
import { choicesOf, type ShiftChoice, type ShiftDay } from '../shift-days/shift-words';
import { tabsAmong } from '../cohort-tabs';
import { CurrentCohort } from '../current-cohort';

/** The frame around the pages of one cohort: its name, state and facts, what can be done with it, and the way between its pages. */
@Component({
  selector: 'app-cohort-page',
  imports: [
    RouterLink,
    RouterOutlet,
    Button,
    DateInput,
    Dialog,
    ErrorSummary,
    FormContext,
    MenuButton,
    ErrorState,
    LoadingState,
    ShiftDays,
    SubNav,
    TextInput,
    TitleBlock,
  ],
  templateUrl: './cohort-page.html',
  providers: [CurrentCohort],
})
export class CohortPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  protected readonly current = inject(CurrentCohort);

  /** The page shown inside the frame, as its route is called. */
  protected readonly section = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => titleBelow(this.route)),
    ),
    { initialValue: titleBelow(this.route) },
  );

  protected readonly tag = computed(() => {
    const view = this.current.view();
    return view ? stageTag(view.stage) : null;
  });
  protected readonly takesPeople = computed(() => takesPeople(this.current.view()?.stage ?? 'planning'));
  protected readonly over = computed(() => isOver(this.current.view()?.stage ?? 'planning'));
  protected readonly facts = computed(() => {
    const view = this.current.view();
    if (!view) return [];
    return [
      { label: 'Dates', value: datesWords(view) },
      { label: 'Venue', value: view.venue?.name ?? 'Not chosen' },
      { label: 'Places', value: placesWords({ held: view.people.held, capacity: view.capacity }) },
      { label: 'Lead', value: view.lead?.name ?? 'Not chosen' },
    ];
  });
  private readonly tabs = tabsAmong(this.router.config);
  protected readonly pages = computed<SubNavItem[]>(() => {
    const view = this.current.view();
    if (!view) return [];
    return this.tabs
      .filter(({ may }) => may === undefined || view.may[may])
      .map(({ label, path, badge }) => ({ label, link: `/cohorts/${this.id()}/${path}`, ...badge?.(this.current) }));
  });
  protected readonly problem = computed(() => {
    const error = this.current.resource.error();
    return error ? readingProblem(error) : null;
  });

  protected readonly copying = signal(false);
  protected readonly form = formOf(
    { place: '', startsOn: '', jumps: [] as ShiftChoice[] },
    { problem: () => this.look.problem() ?? this.copy.problem(), follow: { startsOn: () => this.forget() } },
  );
  /** What would become of each day, once it was looked at; another first day is another answer. */
  protected readonly days = signal<readonly ShiftDay[]>([]);
  protected readonly unchecked = signal('');
  protected readonly look = action(async () => {
    this.copy.clear();
    const { days, unchecked } = await this.api.read('/cohorts/{id}/shift-preview', {
      path: { id: this.id() },
      query: { startsOn: this.form.draft().startsOn, to: 'copy' },
    });
    this.form.patch({ jumps: choicesOf(days) });
    this.days.set(days);
    this.unchecked.set(unchecked);
  });
  protected readonly copy = action(async () => {
    const made = await this.api.send('post', '/cohorts/{id}/copies', {
      path: { id: this.id() },
      body: this.form.draft(),
    });
    this.copying.set(false);
    this.form.saved();
    await this.router.navigate(['/cohorts', made.id, 'overview']);
  });

  constructor() {
    effect(() => this.current.id.set(this.id()));
  }

  private forget(): { jumps: ShiftChoice[] } {
    this.days.set([]);
    return { jumps: [] };
  }

  protected askCopy(): void {
    this.copy.clear();
    this.look.clear();
    this.days.set([]);
    this.form.reset();
    this.copying.set(true);
  }
}

function titleBelow(route: ActivatedRoute): string {
  let deepest = route.snapshot;
  while (deepest.firstChild) deepest = deepest.firstChild;
  return deepest === route.snapshot ? '' : (deepest.title ?? '');
}
