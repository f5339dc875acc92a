import { Component } from '@angular/core';

@Component({
  selector: 'app-privacy-page',
  host: { class: 'prose' },
  template: `
    <h1 class="heading-large">Privacy</h1>
    <p class="lead">
      The organisation that runs your programme decides what information is kept about you and why. Its privacy notice tells you more.
    </p>
    <h2 class="heading-medium">What Waymark keeps</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>your name, email address, phone number and pronouns, if you or your employer gave them</li>
      <li>your job, employer and line manager</li>
      <li>the cohorts you have a place on and the sessions on your agenda</li>
      <li>what you need at a venue, if you choose to tell us</li>
      <li>when you signed in, and on what kind of device</li>
      <li>your second step, if you set one up: the key of your authenticator app, encrypted, and the public half of each passkey</li>
      <li>a record of who changed what, and when</li>
    </ul>
    <h2 class="heading-medium">Who can see it</h2>
    <p>
      The staff who run your programme can see it. Facilitators can see who is on the cohorts they work with. Your line manager and your
      employer can see your job and, once you have been invited or the schedule has been released, which programmes you are on. Nothing is
      sent to any other website.
    </p>
  `,
})
export class PrivacyPage {}

@Component({
  selector: 'app-cookies-page',
  host: { class: 'prose' },
  template: `
    <h1 class="heading-large">Cookies</h1>
    <p class="lead">Waymark uses 2 cookies. Each contains a random number and no information about you.</p>
    <p>The first keeps you signed in. It stops working when you sign out or your session ends.</p>
    <p>
      The second tells Waymark that you have signed in on this device before, so that you can still sign in here if someone else has tried
      to guess your password. It lasts for 180 days from the last time you signed in. It stops working when you sign out everywhere.
    </p>
    <p>
      Your browser also keeps what you can undo on a schedule, in the tab where you moved it, until you sign out or close the tab. It is not
      sent anywhere.
    </p>
    <p>We do not use cookies for analytics or advertising, so we do not ask you to accept any.</p>
  `,
})
export class CookiesPage {}

@Component({
  selector: 'app-accessibility-page',
  host: { class: 'prose' },
  template: `
    <h1 class="heading-large">Accessibility statement</h1>
    <p class="lead">
      We want as many people as possible to be able to use Waymark. We aim to meet level AA of the Web Content Accessibility Guidelines 2.2.
    </p>
    <p>You should be able to:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>zoom in up to 400% without text going off the screen</li>
      <li>use every page with just a keyboard, just touch, or just single clicks</li>
      <li>use it with a screen reader, and with the colours and contrast set on your device</li>
    </ul>
    <h2 class="heading-medium">How we test</h2>
    <p>Each time the service changes, automated tools check its pages at 3 screen widths, with a keyboard and in high contrast.</p>
    <h2 class="heading-medium">If you have a problem</h2>
    <p>Tell the people who run your programme. Say which page it was, what you were trying to do, and which format you need instead.</p>
  `,
})
export class AccessibilityPage {}
