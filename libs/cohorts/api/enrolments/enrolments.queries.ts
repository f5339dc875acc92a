import { Injectable } from '@nestjs/common';
import { mayAt, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { cursorIn, cursorOf, page } from '@waymark/shared/api/page';
import { sql } from '@waymark/shared/api/sql';
import { found } from '@waymark/shared/kernel/refusal';
import { takesPeople, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { attentionOf, ENROLMENT_ATTENTION, type EnrolmentAttention, type PlaceFacts } from '@waymark/cohorts/domain/enrolment-attention';
import { csvOf } from '@waymark/shared/kernel/csv';
import { filtered, type FacetValue } from '@waymark/cohorts/domain/enrolment-filters';
import {
  ENROLMENT_REASONS,
  ENROLMENT_STATUSES,
  PLACE_TYPES,
  publicReason,
  type EnrolmentStatus,
} from '@waymark/cohorts/domain/enrolment-status';
import { CohortAspects } from '../cohort-aspects';
import type {
  CandidatesAsked,
  CandidatesView,
  EnrolmentHistoryView,
  EnrolmentRow,
  EnrolmentsAsked,
  EnrolmentsFileAsked,
  EnrolmentsView,
  EnrolmentView,
} from './enrolments.contract';
import { candidatesFor, enrolment, enrolmentsOf, groupedCohort, groupHistoryOf, historyOf } from './enrolments.sql';

/** A person of a cohort as the database tells it. */
interface Row extends Omit<PlaceFacts, 'groups'>, Omit<EnrolmentRow, 'person' | 'organisation' | 'attention'> {
  personId: string;
  name: string;
  organisationId: string | null;
  organisationName: string | null;
  matches: boolean;
  /** Stands after the page before. */
  beyond: boolean;
  sortKey: string;
}
type Listed = EnrolmentRow & Pick<Row, 'matches' | 'beyond' | 'sortKey'>;

@Injectable()
export class EnrolmentsQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly aspects: CohortAspects,
  ) {}

  /** A page of the people of a cohort, with how many each filter would leave. */
  list(actor: Actor, cohortId: string, asked: EnrolmentsAsked): Promise<EnrolmentsView> {
    const work = async (read: Reader): Promise<EnrolmentsView> => {
      const { people, groups } = await this.load(read, actor, cohortId, { ...asked, ids: [] }, asked.after, 'enrolments:read');
      const { left, facets } = filtered(people, asked, groups);
      return {
        ...page(
          left.filter(({ beyond }) => beyond),
          asked.limit,
          (row) => cursorOf(row.sortKey, row.id),
        ),
        total: left.length,
        everyone: people.length,
        facets: {
          status: labelled(facets.status, (value) => ENROLMENT_STATUSES[value as EnrolmentStatus]),
          group: labelled(facets.group),
          sector: labelled(facets.sector, (value) => value.charAt(0).toUpperCase() + value.slice(1).replaceAll('_', ' ')),
          organisation: labelled(facets.organisation),
          attention: labelled(facets.attention, (value) => ENROLMENT_ATTENTION[value as EnrolmentAttention].words),
        },
      };
    };
    return this.db.reading(actor, work, { statements: 2, planned: 'once' });
  }

  /** The same people as a file for a spreadsheet, and how many they are. */
  file(actor: Actor, cohortId: string, asked: EnrolmentsFileAsked): Promise<{ text: string; people: number; providerId: string }> {
    return this.db.reading(actor, async (read) => {
      const { people, groups, providerId } = await this.load(read, actor, cohortId, asked, undefined, 'enrolments:edit');
      const items = filtered(people, asked, groups).left;
      const emails = await read.query<{ personId: string; email: string }>(
        sql`SELECT person_id AS "personId", email FROM person_email WHERE is_primary AND person_id = ANY (${items.map(({ person }) => person.id)}::uuid[])`,
      );
      const emailOf = new Map(emails.map(({ personId, email }) => [personId, email]));
      const text = csvOf([
        ['Name', 'Email', 'Job title', 'Organisation', 'Status', 'Reason', 'Place', 'Groups', 'Enrolled on'],
        ...items.map((row) => [
          row.person.name,
          emailOf.get(row.person.id) ?? '',
          row.jobTitle ?? '',
          row.organisation?.name ?? '',
          ENROLMENT_STATUSES[row.status],
          row.statusReason ? ENROLMENT_REASONS[row.statusReason] : '',
          PLACE_TYPES[row.placeType],
          row.groups.map(({ name }) => name).join('; '),
          row.enrolledOn,
        ]),
      ]);
      return { text, people: items.length, providerId };
    });
  }

  /** People known to the cohort's provider by name, with why one of them cannot be added. */
  candidates(actor: Actor, cohortId: string, { query }: CandidatesAsked): Promise<CandidatesView> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<{
        stage: CohortStage;
        left: number;
        items: (Omit<CandidatesView['items'][number], 'whyNot'> & { cohort: string | null; unseen: boolean; here: boolean })[];
      }>(
        candidatesFor(cohortId, {
          reach: reachOf(actor, 'enrolments:edit'),
          search: query,
          limit: SHOWN + 1,
          today: this.clock.today(),
        }),
      );
      const { stage, left, items } = found(row);
      return {
        items: items.slice(0, SHOWN).map(({ cohort, unseen, here, ...person }) => ({
          ...person,
          whyNot: !takesPeople(stage)
            ? 'This cohort is not taking people'
            : here
              ? 'Already on this cohort'
              : cohort
                ? `Already on ${cohort}`
                : unseen
                  ? 'Already on another cohort of this programme'
                  : null,
        })),
        left,
        more: items.length > SHOWN,
      };
    });
  }

  one(actor: Actor, id: string): Promise<EnrolmentView> {
    return this.db.reading(actor, (read) => this.view(read, actor, id));
  }

  async view(read: Reader, actor: Actor, id: string): Promise<EnrolmentView> {
    const [row] = await read.query<EnrolmentView & { providerId: string }>(enrolment(id, reachOf(actor, 'enrolments:read')));
    const { providerId, ...view } = found(row);
    return { ...view, ...discreet(actor, { providerId, cohortId: view.cohort.id })(view) };
  }

  history(actor: Actor, id: string): Promise<EnrolmentHistoryView> {
    return this.db.reading(actor, async (read) => {
      const { cohort } = await this.view(read, actor, id);
      const rows = await read.query<EnrolmentHistoryView['items'][number] & { providerId: string }>(historyOf(id));
      const items = rows.map(({ providerId, ...row }) =>
        mayAt(actor, 'needs:read', { providerId, cohortId: cohort.id })
          ? row
          : { ...row, reasonCode: publicReason(row.reasonCode), note: null },
      );
      return { items, groups: await read.query<EnrolmentHistoryView['groups'][number]>(groupHistoryOf(id)), next: null };
    });
  }

  /** Has somebody who was put off come back, from this enrolment? */
  async isContinued(read: Reader, id: string): Promise<boolean> {
    return (await read.query(sql`SELECT 1 FROM enrolment WHERE continued_from_id = ${id}`)).length > 0;
  }

  /** Everybody on the cohort in the order asked, and its groups. */
  private async load(
    read: Reader,
    actor: Actor,
    cohortId: string,
    asked: Pick<EnrolmentsFileAsked, 'sort' | 'search' | 'ids'>,
    after: string | undefined,
    permission: 'enrolments:read' | 'enrolments:edit',
  ): Promise<{ people: Listed[]; groups: EnrolmentRow['groups']; providerId: string }> {
    const reach = reachOf(actor, permission);
    const wanted = {
      reach,
      needs: reachOf(actor, 'needs:read'),
      plans: reachOf(actor, 'enrolments:edit'),
      by: asked.sort.replace('-', '') as 'name' | 'organisation' | 'status',
      down: asked.sort.startsWith('-'),
      search: asked.search ?? '',
      ids: asked.ids,
      after: cursorIn(after, 2),
      today: this.clock.today(),
    };
    const [cohorts, rows] = await Promise.all([
      read.query<{ providerId: string; groups: EnrolmentRow['groups'] }>(groupedCohort(cohortId, reach)),
      read.query<Row>(enrolmentsOf(cohortId, wanted, this.aspects.parts)),
    ]);
    const { providerId, groups } = found(cohorts[0]);
    const shown = discreet(actor, { providerId, cohortId });
    return {
      groups,
      providerId,
      people: rows.map((row) => ({
        id: row.id,
        person: { id: row.personId, name: row.name },
        jobTitle: row.jobTitle,
        organisation: row.organisationId ? { id: row.organisationId, name: row.organisationName! } : null,
        sector: row.sector,
        status: row.status,
        ...shown(row),
        told: row.told,
        placeType: row.placeType,
        enrolledOn: row.enrolledOn,
        endedOn: row.endedOn,
        groups: row.groups,
        attention: attentionOf(row, groups.length > 0),
        matches: row.matches,
        beyond: row.beyond,
        sortKey: row.sortKey,
      })),
    };
  }
}

/** Needs and private reasons are for those who may know needs; a version, which also counts changes of needs, for those who edit. */
function discreet(actor: Actor, at: { providerId: string; cohortId: string }) {
  const [knows, edits] = [mayAt(actor, 'needs:read', at), mayAt(actor, 'enrolments:edit', at)];
  return ({ statusReason, needs, version }: Pick<EnrolmentRow, 'statusReason' | 'needs' | 'version'>) => ({
    statusReason: knows ? statusReason : publicReason(statusReason),
    needs: knows ? needs : null,
    version: edits ? version : 0,
  });
}

/** People offered at a time: more than most cohorts take. */
const SHOWN = 50;

const labelled = (facet: readonly FacetValue[], words?: (value: string) => string) =>
  facet.map(({ value, label, count }) => ({ value, label: label ?? words?.(value) ?? value, count }));
