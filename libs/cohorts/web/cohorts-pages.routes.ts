import type { Routes } from '@angular/router';

export const cohortsPagesStaffRoutes: Routes = [];
