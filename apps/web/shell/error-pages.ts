import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { localPath } from '@waymark/shared/web/session';

@Component({
  selector: 'app-not-found-page',
  host: { class: 'prose' },
  imports: [RouterLink],
  template: `
    <h1 class="h1">Page not found</h1>
    <p class="lead">If you typed the address, check it is right. If you pasted it, check you copied all of it.</p>
    <p class="lead">You may also see this page when something is not shared with you.</p>
    <p class="page__next"><a class="lnk" routerLink="/">Go to your home page</a></p>
  `,
})
export class NotFoundPage {}

@Component({
  selector: 'app-not-allowed-page',
  host: { class: 'prose' },
  imports: [RouterLink],
  template: `
    <h1 class="h1">You cannot open this page</h1>
    <p class="lead">
      Your role does not include it. Ask an administrator of your programme to change your role if you need it for your work.
    </p>
    <p class="page__next"><a class="lnk" routerLink="/">Go to your home page</a></p>
  `,
})
export class NotAllowedPage {}

@Component({
  selector: 'app-service-problem-page',
  host: { class: 'prose' },
  template: `
    <h1 class="h1">There is a problem with the service</h1>
    <p class="lead">We could not reach Waymark. Check your connection, then try again. What you saved before is safe.</p>
    <p class="page__next"><a class="govuk-button" [href]="again()">Try again</a></p>
  `,
})
export class ServiceProblemPage {
  /** Where the person wanted to go, from the query. */
  readonly next = input<string>();
  protected readonly again = computed(() => localPath(this.next()));
}
