import { InjectionToken } from '@angular/core';

/** Loads an address of this site anew, so that nothing of the page before stays in memory. A token, as no test can load a page. */
export const LOAD_ANEW = new InjectionToken<(to: string) => void>('load anew', { factory: () => (to) => location.assign(to) });
