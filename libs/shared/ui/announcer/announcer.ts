import { Component, inject, Injectable, signal } from '@angular/core';

/** Says short status sentences to screen readers: "12 people found", "Saved". */
@Injectable({ providedIn: 'root' })
export class Announcer {
  private readonly polite = signal('');
  private readonly urgent = signal('');
  private repeats = 0;

  readonly status = this.polite.asReadonly();
  readonly alert = this.urgent.asReadonly();

  announce(text: string, how: 'polite' | 'assertive' = 'polite'): void {
    // A live region only speaks when its text changes, so the same sentence said twice differs by an unseen space.
    const said = text + (++this.repeats % 2 ? '' : '\u00a0');
    (how === 'polite' ? this.polite : this.urgent).set(said);
  }
}

/** The two live regions; once, at the root of the app, so that they are there before anything is said. */
@Component({
  selector: 'app-live-region',
  host: { class: 'visually-hidden' },
  template: `
    <div role="status">{{ announcer.status() }}</div>
    <div role="alert">{{ announcer.alert() }}</div>
  `,
})
export class LiveRegion {
  protected readonly announcer = inject(Announcer);
}
