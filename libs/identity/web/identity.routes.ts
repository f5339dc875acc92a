import type { Routes } from '@angular/router';

/** Open to anybody, in the white shell. */
export const identityOpenRoutes: Routes = [];
/** In the staff workbench. */
export const identityStaffRoutes: Routes = [];
/** For everybody who is signed in, in the participant shell. */
export const identityParticipantRoutes: Routes = [];
