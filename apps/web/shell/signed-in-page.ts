import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

/** The end of signing in from another tab: that tab still holds the work. */
@Component({
  selector: 'app-signed-in-page',
  host: { class: 'prose' },
  imports: [RouterLink],
  template: `
    <h1 class="heading-large">You have signed in</h1>
    <p class="lead">Close this tab and go back to the one you came from. Your work is still there.</p>
    <p class="page__next"><a class="link" routerLink="/">Go to your home page instead</a></p>
  `,
})
export class SignedInPage {}
