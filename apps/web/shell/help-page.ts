import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@waymark/shared/web/session';

/** Help for whoever reads it: what their own pages do, and whom to ask. It says what is true of Waymark today and nothing of what may come. */
@Component({
  selector: 'app-help-page',
  imports: [RouterLink],
  host: { class: 'prose' },
  template: `
    <h1 class="heading-large">Help</h1>
    @if (view(); as reader) {
      @if (reader.home === 'staff') {
        <p class="lead">
          Ask an administrator of {{ organiser() ?? 'your provider' }} if your role does not let you do something you need to.
        </p>
        <h2 class="heading-medium">What people see, and when</h2>
        <p>
          Nothing of a place shows to a person or their employer until you invite them to the cohort, or release its schedule for the first
          time. After that, people see the schedule as it was last released. What you change on the board stays a draft until you release it
          again.
        </p>
        <p>
          Waymark emails invitations and sign-in links, and nothing else. It does not tell people about a release, a change or a
          cancellation: people with an account find it when they sign in, and ‘Check and release’ names those who have no account.
        </p>
        <h2 class="heading-medium">Who can do what</h2>
        <p>
          Under <a class="link" routerLink="/settings">Settings</a>, programme staff invite people, and administrators also give and end
          roles. A role at one cohort reaches that cohort and nothing else.
        </p>
        <h2 class="heading-medium">Your own pages</h2>
        <p>
          <a class="link" routerLink="/account">Your details</a> has your password and where you are signed in. It is in the menu under your
          name.
        </p>
      } @else {
        <p class="lead">{{ askWords() }}</p>
        @if (contact(); as address) {
          <p>
            Email: <a class="link" [href]="'mailto:' + address">{{ address }}</a>
          </p>
        }
        @if (looksAfter()) {
          <h2 class="heading-medium">Your people</h2>
          <p>
            <a class="link" routerLink="/my/people">My people</a> lists the people you look after and their places on programmes. A place is
            listed once the person has been invited to it, or once the schedule of the cohort has been released. Dates are those last
            released. You cannot see reasons of health or family, or what people need at a venue.
          </p>
        }
        @if (reader.home === 'participant') {
          <h2 class="heading-medium">Your agenda</h2>
          <p>
            <a class="link" routerLink="/my/agenda">Programme</a> has every session that was released to you. Your
            <a class="link" routerLink="/my">home page</a> says what has changed since you last looked at it. Waymark does not email you
            about changes, so look again before each day.
          </p>
          <p>
            ‘Add to calendar’ saves a file with your sessions. The file does not change by itself: save it again after a change, and your
            calendar replaces what it has.
          </p>
          @if (leads()) {
            <h2 class="heading-medium">If you lead sessions</h2>
            <p>Sessions you lead are in your agenda with everything else. Under Cohorts you can see the cohorts you work with.</p>
          } @else {
            <h2 class="heading-medium">What you need at a venue</h2>
            <p>
              Say it under <a class="link" routerLink="/my/access-needs">what you need at the venue</a>. Only staff who plan rooms can see
              it.
            </p>
          }
        }
      }
    } @else {
      <p class="lead">You need an account to use Waymark. You get one by accepting an invitation from those who run your programme.</p>
      <h2 class="heading-medium">If you cannot sign in</h2>
      <p>
        On the <a class="link" routerLink="/sign-in">sign-in page</a>, enter your email address and select ‘Email me a link instead’. The
        link comes to the address of your account, and you can use it once, within 15 minutes. If it has not arrived after 5 minutes, check
        your junk folder. If you are not sure that you have an account, ask those who run your programme.
      </p>
    }
    <h2 class="heading-medium">If something does not work</h2>
    <p>Refresh the page. If it happens again, {{ reportWords() }} what you were doing, what time it was and what the page said.</p>
    <h2 class="heading-medium">Using the keyboard</h2>
    <p>
      You can use Waymark without a mouse. Press Tab to move forward, Shift and Tab to move back, and Enter to select. The first time you
      press Tab on a page, you will see a link to skip to the main content.
    </p>
  `,
})
export class HelpPage {
  private readonly session = inject(Session);

  protected readonly view = this.session.current;
  protected readonly organiser = computed(() => this.view()?.provider?.name ?? null);
  protected readonly contact = computed(() => this.view()?.provider?.contact ?? null);
  protected readonly looksAfter = computed(() => this.session.can('reports:read'));
  protected readonly leads = computed(() => this.view()?.roles.some(({ role }) => role === 'facilitator') ?? false);
  protected readonly askWords = computed(() => {
    const about =
      this.view()?.home === 'employer'
        ? 'If you have a question about a programme or a place on it'
        : 'If you have a question about your programme, its dates or your place';
    return `${about}, ask ${this.organiser() ?? 'those who run the programme'}.`;
  });
  protected readonly reportWords = computed(() => {
    if (this.view()?.home === 'staff') return 'tell whoever runs Waymark for you';
    return `tell ${this.organiser() ?? 'those who run your programme'}`;
  });
}
