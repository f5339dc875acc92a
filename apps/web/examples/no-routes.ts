import type { Routes } from '@angular/router';

/** What people are served has no page of components. */
export const examples: Routes = [];
