import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Button } from '@waymark/shared/ui/button/button';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { EmptyState, ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { SummaryList } from '@waymark/shared/ui/summary-list/summary-list';
import { Cell, type Column, Table } from '@waymark/shared/ui/table/table';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { doneMessage } from '../done-message';
import { schemeName } from '../organisation-draft';
import { datesOf, nationName, sectorName } from '../people-words';

/** One organisation: its names, its codes, and what became of it. */
@Component({
  selector: 'app-organisation-page',
  imports: [RouterLink, Button, NotificationBanner, Panel, EmptyState, ErrorState, LoadingState, SummaryList, Cell, Table, TitleBlock],
  templateUrl: './organisation-page.html',
})
export class OrganisationPage {
  readonly id = input.required<string>();
  private readonly session = inject(Session);
  private readonly provider = computed(() => this.session.current()?.provider ?? null);
  private readonly view = computed(() => (this.organisation.hasValue() ? this.organisation.value() : null));
  private readonly mine = computed(() => this.view()?.owner?.id === this.provider()?.id);
  /** What all share is edited by its keeper, what a provider has added by that provider. */
  protected readonly mayEdit = computed(() =>
    this.view()?.owner ? this.mine() && this.session.can('organisations:edit') : this.session.can('register:keep'),
  );
  protected readonly maySayForOneself = computed(() => this.provider() !== null && this.session.can('organisations:edit'));
  protected readonly mayPropose = computed(() => {
    const view = this.view();
    if (!view || !this.maySayForOneself()) return false;
    return view.owner ? this.mine() && view.waiting.length === 0 : !this.session.can('register:keep');
  });
  private readonly own = computed(() => this.view()?.own.find(({ providerId }) => providerId === this.provider()?.id));
  protected readonly ownNames = computed(() => (this.own()?.aliases ?? []).join('; '));
  protected readonly contacts = computed(() => this.own()?.contacts ?? []);
  protected readonly providerName = computed(() => this.provider()?.name ?? '');
  protected readonly tag = computed(() => {
    const view = this.view();
    if (view?.owner) return { text: 'Not in the register', colour: 'yellow' as const };
    return view?.validTo ? { text: 'Has an end date', colour: 'grey' as const } : null;
  });
  protected readonly maySeePeople = computed(() => this.session.can('people:read'));
  protected readonly done = signal(doneMessage());

  protected readonly organisation = inject(Api).get('/organisations/{id}', () => ({ path: { id: this.id() } }));
  protected readonly problem = computed(() => {
    const error = this.organisation.error();
    return error ? readingProblem(error) : null;
  });
  protected readonly rows = computed(() => {
    if (!this.organisation.hasValue()) return [];
    const one = this.organisation.value();
    return [
      { key: 'Short name', value: one.shortName },
      { key: 'Other names', value: one.aliases.join('; ') },
      { key: 'Sector', value: sectorName(one.sector) },
      { key: 'Type', value: one.organisationType ?? '' },
      { key: 'Nation', value: nationName(one.nation) },
      { key: 'Region', value: one.region ?? '' },
      { key: 'Dates', value: datesOf(one.validFrom, one.validTo) },
    ];
  });
  protected readonly columns: readonly Column[] = [
    { key: 'value', heading: 'Code', names: true },
    { key: 'scheme', heading: 'Scheme' },
    { key: 'dates', heading: 'Dates' },
  ];
  protected readonly schemeName = schemeName;
  protected readonly datesOf = datesOf;
  protected readonly idOf = ({ scheme, value, validFrom }: { scheme: string; value: string; validFrom: string | null }): string =>
    `${scheme} ${value} ${validFrom}`;
}
