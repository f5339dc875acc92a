import { Module } from '@nestjs/common';
import { ImportBatch, ImportMapping, ImportRow } from './imports/import-batch.entity';
import { ImportedPeopleQueries } from './imports/imported-people.queries';
import { OrganisationImportsController } from './imports/organisation-imports.controller';
import { OrganisationImportsQueries } from './imports/organisation-imports.queries';
import { OrganisationImportsService } from './imports/organisation-imports.service';
import { PeopleImportsController } from './imports/people-imports.controller';
import { PeopleImportsQueries } from './imports/people-imports.queries';
import { PeopleImportsService } from './imports/people-imports.service';
import {
  Organisation,
  OrganisationAlias,
  OrganisationContact,
  OrganisationIdentifier,
  OrganisationSuccession,
} from './organisations/organisation.entity';
import { OrganisationWriting } from './organisations/organisation-writing';
import { OrganisationsController, RegisterController, RegisterProposalsController } from './organisations/organisations.controller';
import { OrganisationsQueries } from './organisations/organisations.queries';
import { OrganisationsService } from './organisations/organisations.service';
import { RegisterProposalsQueries } from './organisations/register-proposals.queries';
import { RegisterProposalsService } from './organisations/register-proposals.service';
import { Employment, Person, PersonEmail, PersonProvider, Provider } from './persons/person.entity';
import { EmploymentsController, MyReportsController, PersonsController } from './persons/persons.controller';
import { PersonsQueries } from './persons/persons.queries';
import { PersonsService } from './persons/persons.service';
import { PersonsAndOrganisations1796100010000 } from './migrations/1796100010000-persons-and-organisations';

export const peopleEntities = [
  Organisation,
  OrganisationIdentifier,
  OrganisationAlias,
  OrganisationContact,
  OrganisationSuccession,
  Provider,
  Person,
  PersonEmail,
  PersonProvider,
  Employment,
  ImportBatch,
  ImportRow,
  ImportMapping,
];
export const peopleMigrations = [PersonsAndOrganisations1796100010000];

@Module({
  controllers: [
    OrganisationsController,
    RegisterController,
    RegisterProposalsController,
    OrganisationImportsController,
    PersonsController,
    EmploymentsController,
    MyReportsController,
    PeopleImportsController,
  ],
  providers: [
    OrganisationsQueries,
    OrganisationsService,
    OrganisationWriting,
    RegisterProposalsQueries,
    RegisterProposalsService,
    ImportedPeopleQueries,
    OrganisationImportsQueries,
    OrganisationImportsService,
    PersonsQueries,
    PersonsService,
    PeopleImportsQueries,
    PeopleImportsService,
  ],
})
export class PeopleModule {}
