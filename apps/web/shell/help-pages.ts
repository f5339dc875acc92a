import { Component } from '@angular/core';

@Component({
  selector: 'app-help-page',
  host: { class: 'prose' },
  template: `
    <h1 class="h1">Help</h1>
    <p class="lead">
      For questions about your programme, dates or place, ask the people who run it. Their names are on your programme page.
    </p>
    <h2 class="h2">If you cannot sign in</h2>
    <p>
      Ask for an email link on the sign-in page. It works once, for a short time. Check your junk folder if it has not arrived after 5
      minutes.
    </p>
    <h2 class="h2">If something does not work</h2>
    <p>
      Load the page again. If it happens again, tell the people who run your programme what you were doing, the time, and what the page
      said.
    </p>
    <h2 class="h2">Using the keyboard</h2>
    <p>
      Everything works without a mouse. Press Tab to move forward, Shift and Tab to move back, Enter to choose. The first Tab on a page
      shows a link to the main content.
    </p>
  `,
})
export class HelpPage {}

@Component({
  selector: 'app-privacy-page',
  host: { class: 'prose' },
  template: `
    <h1 class="h1">Privacy</h1>
    <p class="lead">The body that runs your programme decides what is kept about you and why. Its own privacy notice applies.</p>
    <h2 class="h2">What Waymark keeps</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>your name, work email, employer and role</li>
      <li>the cohorts you belong to and the sessions on your agenda</li>
      <li>what you tell us you need at a venue, if you choose to</li>
      <li>a record of who changed what, and when</li>
    </ul>
    <h2 class="h2">Who can see it</h2>
    <p>
      The staff who run your programme. Facilitators see the names of the people in their sessions. Nothing is sent to any other website.
    </p>
  `,
})
export class PrivacyPage {}

@Component({
  selector: 'app-cookies-page',
  host: { class: 'prose' },
  template: `
    <h1 class="h1">Cookies</h1>
    <p class="lead">Waymark uses one cookie, which keeps you signed in. It holds a random number and nothing about you.</p>
    <p>
      It goes when you sign out, or when your session ends. There are no cookies for analytics or advertising, so we do not ask you to
      accept any.
    </p>
  `,
})
export class CookiesPage {}

@Component({
  selector: 'app-accessibility-page',
  host: { class: 'prose' },
  template: `
    <h1 class="h1">Accessibility statement</h1>
    <p class="lead">
      We want as many people as possible to be able to use Waymark, and aim to meet level AA of the Web Content Accessibility Guidelines
      2.2.
    </p>
    <p>You should be able to:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>zoom in up to 400% without text going off the screen</li>
      <li>use all of it with a keyboard alone, by touch alone, or by single clicks alone</li>
      <li>use it with a screen reader, and with the colours and contrast set on your device</li>
    </ul>
    <h2 class="h2">How we test</h2>
    <p>Every page is checked by automatic tools at three widths, with the keyboard, and in high contrast, each time the service changes.</p>
    <h2 class="h2">If you have a problem</h2>
    <p>Tell the people who run your programme. Say which page, what you tried, and which format you need instead.</p>
  `,
})
export class AccessibilityPage {}
