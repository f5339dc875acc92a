import { Blueprint } from './programmes/blueprint.entity';
import { BlueprintsController } from './programmes/blueprints.controller';
import { BlueprintsQueries } from './programmes/blueprints.queries';
import { BlueprintsService } from './programmes/blueprints.service';
import { Programme } from './programmes/programme.entity';
import { ProgrammesController } from './programmes/programmes.controller';
import { ProgrammesQueries } from './programmes/programmes.queries';
import { ProgrammesService } from './programmes/programmes.service';
import { SessionTemplate } from './programmes/session-template.entity';

/** What the catalogue part of this domain brings to its module. */
export const catalogueEntities = [Programme, Blueprint, SessionTemplate];
export const catalogueControllers = [ProgrammesController, BlueprintsController];
export const catalogueProviders = [ProgrammesQueries, ProgrammesService, BlueprintsQueries, BlueprintsService];
