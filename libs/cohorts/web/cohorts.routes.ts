import type { Routes } from '@angular/router';
import { catalogueRoutes } from './catalogue.routes';
import { cohortsRoutes as ofCohorts } from './cohorts-pages.routes';
import { scheduleRoutes } from './schedule.routes';

export const cohortsRoutes: Routes = [...catalogueRoutes, ...ofCohorts, ...scheduleRoutes];
