import { Injectable } from '@nestjs/common';
import { sql } from '@waymark/shared/api/sql';
import { CatalogueUses } from '@waymark/catalogue/api/catalogue-uses';

/** Counts the cohorts of a programme for the catalogue's list of them. */
@Injectable()
export class ProgrammeCohorts {
  constructor(uses: CatalogueUses) {
    uses.add({ cohorts: sql`(SELECT count(*)::int FROM cohort c WHERE c.programme_id = p.id)` });
  }
}
