import type { Routes } from '@angular/router';

/** Pages in the staff workbench. Each loads its own component. */
export const peopleStaffRoutes: Routes = [];
