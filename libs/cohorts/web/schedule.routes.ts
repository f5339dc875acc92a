import type { Routes } from '@angular/router';

/** Children of `/cohorts/:id`. */
export const scheduleCohortRoutes: Routes = [];
export const scheduleParticipantRoutes: Routes = [];
