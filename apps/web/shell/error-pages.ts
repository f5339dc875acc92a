import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { localPath } from '@waymark/shared/web/session';

@Component({
  selector: 'app-not-found-page',
  host: { class: 'prose' },
  imports: [RouterLink],
  template: `
    <h1 class="heading-large">Page not found</h1>
    <p class="lead">If you typed the web address, check it is correct. If you pasted it, check you copied the whole address.</p>
    <p class="lead">You will also see this page if you do not have access to what is at this address.</p>
    <p class="page__next"><a class="link" routerLink="/">Go to your home page</a></p>
  `,
})
export class NotFoundPage {}

@Component({
  selector: 'app-not-allowed-page',
  host: { class: 'prose' },
  imports: [RouterLink],
  template: `
    <h1 class="heading-large">You cannot open this page</h1>
    <p class="lead">Your role does not allow it. If you need this page for your work, ask an administrator to change your role.</p>
    <p class="page__next"><a class="link" routerLink="/">Go to your home page</a></p>
  `,
})
export class NotAllowedPage {}

@Component({
  selector: 'app-service-problem-page',
  host: { class: 'prose' },
  template: `
    <h1 class="heading-large">There is a problem with the service</h1>
    <p class="lead">Waymark is not responding. Check your internet connection, then try again. Anything you have already saved is safe.</p>
    <p class="page__next"><a class="govuk-button" [href]="again()">Try again</a></p>
  `,
})
export class ServiceProblemPage {
  /** Where the person wanted to go, from the query. */
  readonly next = input<string>();
  protected readonly again = computed(() => localPath(this.next()));
}
