import type { DomainRoutes } from '@waymark/shared/web/pages';

export const peopleRoutes: DomainRoutes = {
  staff: [
    {
      path: 'people',
      title: 'People',
      data: { needs: 'people:read' },
      loadComponent: () => import('./people-page/people-page').then((m) => m.PeoplePage),
    },
    {
      path: 'people/new',
      title: 'Add a person',
      data: { needs: 'people:edit' },
      loadComponent: () => import('./person-form-page/add-person-page').then((m) => m.AddPersonPage),
    },
    {
      path: 'people/import',
      title: 'Import people',
      data: { needs: 'people:import' },
      loadComponent: () => import('./people-import/upload-page').then((m) => m.UploadPeoplePage),
    },
    {
      path: 'people/import/:id',
      title: 'Match the columns',
      data: { needs: 'people:import' },
      loadComponent: () => import('./people-import/columns-page').then((m) => m.ImportColumnsPage),
    },
    {
      path: 'people/import/:id/check',
      title: 'Check the import',
      data: { needs: 'people:import' },
      loadComponent: () => import('./people-import/check-page').then((m) => m.ImportCheckPage),
    },
    {
      path: 'people/:id',
      title: 'Person',
      data: { needs: 'people:read' },
      loadComponent: () => import('./person-page/person-page').then((m) => m.PersonPage),
    },
    {
      path: 'people/:id/edit',
      title: 'Edit a person',
      data: { needs: 'people:edit' },
      loadComponent: () => import('./person-form-page/edit-person-page').then((m) => m.EditPersonPage),
    },
    {
      path: 'people/:id/jobs/new',
      title: 'Add a job',
      data: { needs: 'people:edit' },
      loadComponent: () => import('./job-form-page/job-form-page').then((m) => m.JobFormPage),
    },
    {
      path: 'people/:id/jobs/:jobId',
      title: 'Edit a job',
      data: { needs: 'people:edit' },
      loadComponent: () => import('./job-form-page/job-form-page').then((m) => m.JobFormPage),
    },
    {
      path: 'organisations',
      title: 'Organisations',
      data: { needs: 'organisations:read' },
      loadComponent: () => import('./organisations-page/organisations-page').then((m) => m.OrganisationsPage),
    },
    {
      path: 'organisations/new',
      title: 'Add an organisation',
      data: { needs: ['organisations:edit', 'register:keep'] },
      loadComponent: () => import('./organisation-form-page/organisation-form-page').then((m) => m.OrganisationFormPage),
    },
    {
      path: 'organisations/import',
      title: 'Import councils',
      data: { needs: 'organisations:import' },
      loadComponent: () => import('./organisation-import-page/organisation-import-page').then((m) => m.OrganisationImportPage),
    },
    {
      path: 'organisations/proposals',
      title: 'Proposed changes',
      data: { needs: 'proposals:read' },
      loadComponent: () => import('./proposals-page/proposals-page').then((m) => m.ProposalsPage),
    },
    {
      path: 'organisations/proposals/:id',
      title: 'Proposed change',
      data: { needs: 'proposals:read' },
      loadComponent: () => import('./proposal-page/proposal-page').then((m) => m.ProposalPage),
    },
    {
      path: 'organisations/:id',
      title: 'Organisation',
      data: { needs: 'organisations:read' },
      loadComponent: () => import('./organisation-page/organisation-page').then((m) => m.OrganisationPage),
    },
    {
      path: 'organisations/:id/edit',
      title: 'Edit an organisation',
      data: { needs: ['organisations:edit', 'register:keep'] },
      loadComponent: () => import('./organisation-form-page/organisation-form-page').then((m) => m.OrganisationFormPage),
    },
    {
      path: 'organisations/:id/proposal',
      title: 'Propose a change',
      data: { needs: 'organisations:edit' },
      loadComponent: () => import('./propose-page/propose-page').then((m) => m.ProposePage),
    },
    {
      path: 'organisations/:id/own-details',
      title: 'Your names and contacts',
      data: { needs: 'organisations:edit' },
      loadComponent: () => import('./own-details-page/own-details-page').then((m) => m.OwnDetailsPage),
    },
  ],
  // For employers and line managers.
  participant: [
    {
      path: 'my/people',
      title: 'My people',
      data: { needs: 'reports:read' },
      loadComponent: () => import('./my-people-page/my-people-page').then((m) => m.MyPeoplePage),
    },
  ],
};
