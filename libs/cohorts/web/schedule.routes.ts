import type { Routes } from '@angular/router';

export const scheduleRoutes: Routes = [];
