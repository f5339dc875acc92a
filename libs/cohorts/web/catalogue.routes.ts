import type { Routes } from '@angular/router';

export const catalogueStaffRoutes: Routes = [];
