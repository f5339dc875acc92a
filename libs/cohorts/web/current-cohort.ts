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

  private readonly counted = signal<{ id: string; clashes: number } | null>(null);
  /** Clashes that block the release: as a page has just counted them, else as they were last stored. Null when nobody knows. */
  readonly clashes = computed(() => {
    const [view, counted] = [this.view(), this.counted()];
    return counted && counted.id === this.id() ? counted.clashes : (view?.clashes ?? null);
  });

  /** A page that judges the whole schedule says what it found, so that the head above it never says something else. */
  count(id: string | undefined, clashes: number | null): void {
    this.counted.set(id === undefined || clashes === null ? null : { id, clashes });
  }
}
