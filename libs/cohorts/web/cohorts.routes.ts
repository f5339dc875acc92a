import type { Routes } from '@angular/router';
import { catalogueStaffRoutes } from './catalogue.routes';
import { cohortsPagesStaffRoutes } from './cohorts-pages.routes';
import { scheduleParticipantRoutes } from './schedule.routes';

export const cohortsStaffRoutes: Routes = [...catalogueStaffRoutes, ...cohortsPagesStaffRoutes];
export const cohortsParticipantRoutes: Routes = [...scheduleParticipantRoutes];
