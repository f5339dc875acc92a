import { inject } from '@angular/core';
import { Router } from '@angular/router';

/** What the page before says was done: "Saved". Call where fields are made; a reload has forgotten it. */
export function doneMessage(): string {
  const done: unknown = inject(Router).currentNavigation()?.extras.state?.['done'];
  return typeof done === 'string' ? done : '';
}
