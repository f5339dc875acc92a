import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { components } from '@waymark/shared/client/schema';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import { Button } from '@waymark/shared/ui/button/button';
import { Dialog } from '@waymark/shared/ui/dialog/dialog';
import { ErrorSummary } from '@waymark/shared/ui/error-summary/error-summary';
import { FormContext, formOf } from '@waymark/shared/ui/form/form';
import { NotificationBanner } from '@waymark/shared/ui/notification-banner/notification-banner';
import { Panel } from '@waymark/shared/ui/panel/panel';
import { ErrorState, LoadingState } from '@waymark/shared/ui/states/states';
import { SummaryList } from '@waymark/shared/ui/summary-list/summary-list';
import { Cell, Table, type Column } from '@waymark/shared/ui/table/table';
import { Textarea } from '@waymark/shared/ui/textarea/textarea';
import { TitleBlock } from '@waymark/shared/ui/title-block/title-block';
import { action } from '@waymark/shared/web/action';
import { Api } from '@waymark/shared/web/api';
import { readingProblem } from '@waymark/shared/web/problems';
import { Session } from '@waymark/shared/web/session';
import { ORGANISATION_LABELS, organisationDraftOf, organisationWords, type OrganisationDraft } from '../organisation-draft';
import { momentDay } from '../people-words';
import { kindWords, PROPOSAL_STATUS } from '../proposal-words';

type Proposal = components['schemas']['RegisterProposal'];
type Field = keyof OrganisationDraft;

/** One proposed change, what it changes from and to, and the decision. */
@Component({
  selector: 'app-proposal-page',
  imports: [
    RouterLink,
    Button,
    Dialog,
    ErrorSummary,
    FormContext,
    NotificationBanner,
    Panel,
    ErrorState,
    LoadingState,
    SummaryList,
    Cell,
    Table,
    Textarea,
    TitleBlock,
  ],
  templateUrl: './proposal-page.html',
})
export class ProposalPage {
  readonly id = input.required<string>();
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly announcer = inject(Announcer);

  protected readonly proposal = this.api.get('/register-proposals/{id}', () => ({ path: { id: this.id() } }));
  protected readonly problem = computed(() => {
    const error = this.proposal.error();
    return error ? readingProblem(error) : null;
  });
  private readonly view = computed(() => (this.proposal.hasValue() ? this.proposal.value() : null));
  protected readonly waiting = computed(() => this.view()?.status === 'waiting');
  protected readonly mayDecide = computed(() => this.waiting() && this.session.can('register:keep'));
  protected readonly mayWithdraw = computed(
    () => this.waiting() && this.session.can('organisations:edit') && this.session.current()?.provider?.id === this.view()?.provider.id,
  );
  protected readonly tag = computed(() => {
    const view = this.view();
    return view ? { text: PROPOSAL_STATUS[view.status].label, colour: PROPOSAL_STATUS[view.status].colour } : null;
  });
  protected readonly crumbs = computed(() => [
    { label: 'Organisations', link: '/organisations' },
    { label: 'Proposed changes', link: '/organisations/proposals' },
    { label: this.view()?.organisation.officialName ?? 'Proposed change' },
  ]);
  protected readonly about = computed(() => {
    const view = this.view();
    return view ? aboutOf(view) : [];
  });
  /** One line for each fact that would change: what it was, what it is to be, and what it is by now where somebody changed it meanwhile. */
  protected readonly changes = computed(() => {
    const view = this.view();
    if (!view) return [];
    const words = (facts: Proposal['before'], field: string) =>
      facts ? organisationWords(field as Field, organisationDraftOf(facts)) || 'Nothing' : '';
    return view.fields.map((field) => ({
      id: field,
      label: ORGANISATION_LABELS[field as Field],
      before: words(view.before, field),
      after: words(view.after, field),
      now: view.since.includes(field) ? words(view.now, field) : '',
    }));
  });
  protected readonly columns = computed<readonly Column[]>(() => [
    { key: 'label', heading: 'Detail', names: true },
    ...(this.view()?.before ? [{ key: 'before', heading: this.waiting() ? 'When it was proposed' : 'Before' }] : []),
    ...(this.view()?.since.length ? [{ key: 'now', heading: 'In the register now' }] : []),
    { key: 'after', heading: 'Proposed' },
  ]);

  protected readonly leaving = signal(false);
  protected readonly form = formOf({ answer: '' }, { problem: () => this.leave.problem() });

  protected readonly take = action(async () => {
    const { version, organisationVersion } = this.view()!;
    await this.api.send('put', '/register-proposals/{id}/taking', { path: { id: this.id() }, body: { version, organisationVersion } });
    this.done('Taken into the register');
  });
  protected readonly leave = action(async () => {
    const body = { version: this.view()!.version, answer: this.form.draft().answer };
    await this.api.send('put', '/register-proposals/{id}/leaving', { path: { id: this.id() }, body });
    this.leaving.set(false);
    this.form.reset();
    this.done('Left as it was');
  });
  protected readonly withdraw = action(async () => {
    await this.api.send('put', '/register-proposals/{id}/withdrawal', { path: { id: this.id() }, body: { version: this.view()!.version } });
    this.done('Withdrawn');
  });

  private done(words: string): void {
    this.announcer.announce(words);
    this.proposal.reload();
  }

  protected beginLeaving(): void {
    this.leave.clear();
    this.form.reset();
    this.leaving.set(true);
  }
}

function aboutOf({ kind, provider, proposedBy, proposedAt, reason, decidedAt, decidedBy, answer }: Proposal) {
  return [
    { key: 'What', value: kindWords(kind) },
    { key: 'Proposed by', value: [proposedBy, provider.name].filter(Boolean).join(', ') },
    { key: 'Proposed on', value: momentDay(proposedAt) },
    ...(reason ? [{ key: 'Why', value: reason }] : []),
    ...(decidedAt ? [{ key: 'Decided', value: [momentDay(decidedAt), decidedBy].filter(Boolean).join(', ') }] : []),
    ...(answer ? [{ key: 'Why it was left', value: answer }] : []),
  ];
}
