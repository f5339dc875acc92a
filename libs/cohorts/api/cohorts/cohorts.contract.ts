import { z } from 'zod';
import { dayCalled, Id, line, localDate, localTime, prose, version, wholeNumber } from '@waymark/shared/api/schema';
import { counted, countedPageOf, pageAsked, pageOf } from '@waymark/shared/api/page';
import { NATION_CODES } from '@waymark/catalogue/domain/calendar';
import { COHORT_STAGE_CODES } from '@waymark/cohorts/domain/cohort-lifecycle';
import { SUB_GROUP_KIND_CODES } from '@waymark/cohorts/domain/sub-group-split';

/** One value or many of a query: `?stage=planning&stage=confirmed`. */
export const several = <Item extends z.ZodType>(item: Item, most = 50) =>
  z.union([z.array(item).max(most), item.transform((one) => [one])]).default([]);

export const CohortStageCode = z.enum(COHORT_STAGE_CODES, 'Choose a stage');
export const Named = z.object({ id: z.string(), name: z.string() });

const ReadinessView = z
  .object({
    code: z.string(),
    state: z.enum(['done', 'attention', 'waiting']),
    name: z.string(),
    /** What is done to get there, as on a button. */
    action: z.string(),
    detail: z.string(),
    /** The page of the cohort where it is done: the last part of its address. */
    page: z.string(),
  })
  .meta({ id: 'Readiness' });

const CohortRow = z
  .object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    stage: CohortStageCode,
    programme: z.object({ id: z.string(), title: z.string() }),
    place: z.string(),
    startsOn: localDate,
    endsOn: localDate,
    capacity: z.number(),
    minViable: z.number(),
    held: z.number(),
    problems: z.number(),
    lead: Named.nullable(),
  })
  .meta({ id: 'CohortRow' });

export const CohortsAsked = pageAsked.extend({
  stage: several(CohortStageCode),
  programme: several(Id),
  provider: Id.optional(),
  search: z.string().trim().max(200).optional(),
  from: localDate.optional(),
  to: localDate.optional(),
  sort: z.enum(['startsOn', '-startsOn', 'name', '-name']).default('startsOn'),
});
export type CohortsAsked = z.infer<typeof CohortsAsked>;

export const CohortsView = countedPageOf(CohortRow)
  .extend({ stages: z.array(counted.extend({ stage: CohortStageCode })) })
  .meta({ id: 'Cohorts' });
export type CohortsView = z.input<typeof CohortsView>;

export const GroupView = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(SUB_GROUP_KIND_CODES),
    position: z.number(),
    count: z.number(),
    version: z.number(),
  })
  .meta({ id: 'SubGroup' });

export const CohortView = z
  .object({
    id: z.string(),
    providerId: z.string(),
    code: z.string(),
    name: z.string(),
    stage: CohortStageCode,
    programme: z.object({ id: z.string(), title: z.string(), code: z.string() }),
    blueprint: z.object({ id: z.string(), number: z.number().nullable() }),
    place: z.string(),
    nation: z.enum(NATION_CODES),
    venue: Named.nullable(),
    lead: Named.nullable(),
    startsOn: localDate,
    endsOn: localDate,
    capacity: z.number(),
    minViable: z.number(),
    goDecisionOn: localDate.nullable(),
    scheduleVersion: z.number(),
    version: z.number(),
    people: z.object({
      held: z.number(),
      total: z.number(),
      byStatus: z.record(z.string(), z.number()),
    }),
    sessions: z.object({ total: z.number(), unscheduled: z.number() }),
    groups: z.array(GroupView),
    /** Clashes that block the release; null until they are counted, for those who cannot resolve them, and once the cohort is over. */
    clashes: z.number().nullable(),
    problems: z.number(),
    may: z.object({ edit: z.boolean(), stage: z.boolean(), enrol: z.boolean(), needs: z.boolean(), people: z.boolean() }),
  })
  .meta({ id: 'Cohort' });
export type CohortView = z.input<typeof CohortView>;

const capacity = wholeNumber('Enter how many places there are, from 1 to 10,000', 1, 10_000);
const minViable = wholeNumber('Enter the minimum number of people, from 0 to 10,000', 0, 10_000);
const place = line('Enter the place', 60);
const nation = z.enum(NATION_CODES, 'Choose a nation');

export const MakeCohort = z
  .strictObject({
    providerId: Id,
    programmeId: z.uuid('Choose a programme'),
    blueprintId: z.uuid('Choose a blueprint'),
    name: line('Enter a name', 120).optional(),
    place,
    startsOn: dayCalled('first day'),
    venueId: z.uuid('Choose a venue').optional(),
    nation,
    capacity,
    minViable,
    leadId: z.uuid('Choose a lead').optional(),
    goDecisionOn: dayCalled('day to decide by').optional(),
    groups: z
      .strictObject({
        kind: z.enum(SUB_GROUP_KIND_CODES, 'Choose what the groups are for'),
        count: wholeNumber('Enter how many groups, from 1 to 50', 1, 50),
      })
      .optional(),
  })
  .meta({ id: 'MakeCohort' });
export type MakeCohort = z.infer<typeof MakeCohort>;

const KeyDateView = z
  .object({ code: z.enum(['go_decision', 'joining_instructions', 'starts', 'ends']), day: localDate })
  .meta({ id: 'KeyDate' });

export const CohortPreview = z
  .object({
    code: z.string(),
    name: z.string(),
    startsOn: localDate,
    endsOn: localDate,
    goDecisionOn: localDate,
    sessions: z.array(
      z.object({
        title: z.string(),
        kind: z.string(),
        date: localDate.nullable(),
        startsAt: localTime.nullable(),
        endsAt: localTime.nullable(),
        group: z.string().nullable(),
      }),
    ),
    keyDates: z.array(KeyDateView),
    warnings: z.array(z.string()),
  })
  .meta({ id: 'CohortPreview' });
export type CohortPreview = z.input<typeof CohortPreview>;

export const ChangeCohort = z
  .strictObject({
    version,
    name: line('Enter a name', 120),
    code: line('Enter a code', 60).regex(
      /^[A-Z0-9]+(-[A-Z0-9]+)*$/,
      'Code must only include capital letters, numbers and single hyphens, like TT-ESSEX-2027-06',
    ),
    place,
    nation,
    venueId: z.uuid('Choose a venue').nullable(),
    leadId: z.uuid('Choose a lead').nullable(),
    startsOn: dayCalled('first day'),
    endsOn: dayCalled('last day'),
    capacity,
    minViable,
    goDecisionOn: dayCalled('day to decide by').nullable(),
  })
  .meta({ id: 'ChangeCohort' });
export type ChangeCohort = z.infer<typeof ChangeCohort>;

/** Days that somebody agreed to put elsewhere than as far apart as they were, each by the day it has now. */
const jumps = z
  .array(z.strictObject({ from: localDate, to: dayCalled('new day') }))
  .max(1000)
  .refine((jumps) => new Set(jumps.map(({ from }) => from)).size === jumps.length, 'Choose one new day for each day')
  .default([]);

/** A copy leaves the cohort where it is, so what was held is nothing against it. */
export const ShiftAsked = z.object({ startsOn: dayCalled('new first day'), to: z.enum(['move', 'copy']).default('move') });
export type ShiftAsked = z.infer<typeof ShiftAsked>;

export const ShiftPreview = z
  .object({
    days: z.array(
      z.object({
        from: localDate,
        to: localDate,
        /** How many sessions are planned on it: none on a first or last day that is only that. */
        sessions: z.number(),
        /** The day by which it is decided whether the cohort goes ahead. */
        decision: z.boolean(),
        /** What the new day is where the day is held. `holiday` names the bank holiday, or what a day at a weekend is. */
        trouble: z.enum(['weekend', 'bank_holiday']).nullable(),
        holiday: z.string(),
        /** Working days near it, to choose instead. */
        instead: z.array(localDate),
      }),
    ),
    /** How far the list of bank holidays goes, where the days go further; or nothing. */
    unchecked: z.string(),
    version: z.number(),
  })
  .meta({ id: 'ShiftPreview' });
export type ShiftPreview = z.input<typeof ShiftPreview>;

/** Days between the first and the last of the calendar, 1 January 1900 and 31 December 2099: what was moved by a date can be moved back. */
const FARTHEST = 73_048;

export const ShiftCohort = z
  .strictObject({
    /** Days to move by, back when negative; or the new first day. */
    days: z.number('Enter a number of days').int('Enter a whole number of days').min(-FARTHEST).max(FARTHEST).optional(),
    startsOn: dayCalled('new first day').optional(),
    jumps,
    version,
  })
  .refine(({ days, startsOn }) => (days === undefined) !== (startsOn === undefined), {
    message: 'Enter a new first day',
    path: ['startsOn'],
  })
  .meta({ id: 'ShiftCohort' });
export type ShiftCohort = z.infer<typeof ShiftCohort>;

export const ShiftedCohort = z
  .object({
    startsOn: localDate,
    endsOn: localDate,
    moved: z.number(),
    days: z.array(z.object({ from: localDate, to: localDate })),
    /** What moves everything back to where it was. */
    back: z.object({ days: z.number(), jumps: z.array(z.object({ from: localDate, to: localDate })) }),
    version: z.number(),
  })
  .meta({ id: 'ShiftedCohort' });
export type ShiftedCohort = z.input<typeof ShiftedCohort>;

export const CopyCohort = z
  .strictObject({ place, startsOn: dayCalled('first day'), name: line('Enter a name', 120).optional(), jumps })
  .meta({ id: 'CopyCohort' });
export type CopyCohort = z.infer<typeof CopyCohort>;

export const ChangeStage = z.strictObject({ to: CohortStageCode, reason: prose(1000).optional(), version }).meta({ id: 'ChangeStage' });
export type ChangeStage = z.infer<typeof ChangeStage>;

const HistoryEntry = z
  .object({
    id: z.string(),
    name: z.string(),
    at: z.string(),
    sentence: z.string(),
    by: z.string().nullable(),
    subject: z.string().nullable(),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'CohortHistoryEntry' });
export const HistoryView = pageOf(HistoryEntry).meta({ id: 'CohortHistory' });
export type HistoryView = z.input<typeof HistoryView>;

export const OverviewView = z
  .object({
    /** As in the cohort itself, counted now. */
    clashes: z.number().nullable(),
    readiness: z.array(ReadinessView),
    keyDates: z.array(KeyDateView),
    /** The first and last day that people were told of, by the last release; null before the first. */
    toldDays: z.object({ startsOn: localDate, endsOn: localDate }).nullable(),
    today: localDate,
    steps: z.array(
      z.object({
        to: CohortStageCode,
        kind: z.enum(['next', 'other', 'back', 'aside']),
        action: z.string(),
        reason: z.boolean(),
        refusals: z.array(z.string()),
      }),
    ),
    stages: z.array(z.object({ stage: CohortStageCode, at: z.string(), by: z.string().nullable(), reason: z.string().nullable() })),
    activity: z.array(HistoryEntry),
  })
  .meta({ id: 'CohortOverview' });
export type OverviewView = z.input<typeof OverviewView>;
