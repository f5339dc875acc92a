import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '@waymark/shared/web/api';

/** The cohort whose pages are open: read once by the frame around them, and again when a page has changed something its head shows. */
@Injectable()
export class CurrentCohort {
  /** Set by the frame from the address. */
  readonly id = signal<string | undefined>(undefined);
  readonly resource = inject(Api).get('/cohorts/{id}', () => {
    const id = this.id();
    return id === undefined ? undefined : { path: { id } };
  });
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
}
