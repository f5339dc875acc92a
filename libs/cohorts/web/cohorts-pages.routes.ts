import type { Routes } from '@angular/router';

export const cohortsRoutes: Routes = [];
