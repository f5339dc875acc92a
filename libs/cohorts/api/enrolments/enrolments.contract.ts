import { z } from 'zod';
import { Id, localDate, prose, version } from '@waymark/shared/api/schema';
import { pageAsked, pageOf } from '@waymark/shared/api/page';
import { ACCESS_CODES } from '@waymark/catalogue/domain/access';
import { ENROLMENT_ATTENTION_CODES } from '@waymark/cohorts/domain/enrolment-attention';
import {
  ENROLMENT_REASON_CODES,
  ENROLMENT_STATUS_CODES,
  PLACE_TYPE_CODES,
  SETTABLE_STATUSES,
} from '@waymark/cohorts/domain/enrolment-status';
import { Named, several } from '../cohorts/cohorts.contract';

const StatusCode = z.enum(ENROLMENT_STATUS_CODES, 'Choose a status');
const PlaceTypeCode = z.enum(PLACE_TYPE_CODES, 'Choose who pays for the place');
const ReasonCode = z.enum(ENROLMENT_REASON_CODES, 'Choose a reason');
const AttentionCode = z.enum(ENROLMENT_ATTENTION_CODES);
const note = prose(1000).optional();

/** `needs` is null for those who may not read needs. Employer and job are those of today, or of the day the enrolment ended. */
export const EnrolmentRow = z
  .object({
    id: z.string(),
    person: Named,
    jobTitle: z.string().nullable(),
    organisation: Named.nullable(),
    sector: z.string().nullable(),
    status: StatusCode,
    statusReason: ReasonCode.nullable(),
    placeType: PlaceTypeCode,
    enrolledOn: localDate,
    endedOn: localDate.nullable(),
    groups: z.array(Named),
    attention: z.array(AttentionCode),
    needs: z.array(z.string()).nullable(),
    /** Their place shows to them and their employer: they were invited to it, or its schedule was released. */
    told: z.boolean(),
    version: z.number(),
  })
  .meta({ id: 'EnrolmentRow' });
export type EnrolmentRow = z.infer<typeof EnrolmentRow>;

const filters = {
  status: several(StatusCode),
  /** The id of a group, or `none`. */
  group: z.union([z.literal('none'), Id]).optional(),
  sector: several(z.string().max(60)),
  organisation: several(Id),
  attention: several(AttentionCode),
  search: z.string().trim().max(200).optional(),
  sort: z.enum(['name', '-name', 'organisation', '-organisation', 'status', '-status']).default('name'),
};
export const EnrolmentsAsked = pageAsked.extend(filters);
export type EnrolmentsAsked = z.infer<typeof EnrolmentsAsked>;

/** The same without pages; `ids` are the people chosen, or none for all that the filters leave. */
export const EnrolmentsFileAsked = z.object({ ...filters, ids: several(Id, 1000) });
export type EnrolmentsFileAsked = z.infer<typeof EnrolmentsFileAsked>;

const facet = z.array(z.object({ value: z.string(), label: z.string(), count: z.number() }));
export const EnrolmentsView = pageOf(EnrolmentRow)
  .extend({
    /** How many the filters leave, and how many there are. */
    total: z.number(),
    everyone: z.number(),
    facets: z.object({ status: facet, group: facet, sector: facet, organisation: facet, attention: facet }),
  })
  .meta({ id: 'Enrolments' });
export type EnrolmentsView = z.input<typeof EnrolmentsView>;

export const AddEnrolments = z
  .strictObject({
    personIds: z
      .array(z.uuid('Choose people'), 'Choose people')
      .min(1, 'Choose at least one person')
      .max(200, 'Add 200 people or fewer at once')
      .refine((ids) => new Set(ids).size === ids.length, 'Choose each person once'),
    placeType: PlaceTypeCode,
  })
  .meta({ id: 'AddEnrolments' });
export type AddEnrolments = z.infer<typeof AddEnrolments>;

export const AddedEnrolments = z
  .object({ added: z.array(z.object({ id: z.string(), personId: z.string() })), held: z.number(), capacity: z.number() })
  .meta({ id: 'AddedEnrolments' });
export type AddedEnrolments = z.input<typeof AddedEnrolments>;

export const CandidatesAsked = z.object({ query: z.string().trim().max(200).default('') });
export type CandidatesAsked = z.infer<typeof CandidatesAsked>;
export const CandidatesView = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        jobTitle: z.string().nullable(),
        organisation: z.string().nullable(),
        whyNot: z.string().nullable(),
      }),
    ),
    left: z.number(),
    more: z.boolean(),
  })
  .meta({ id: 'Candidates' });
export type CandidatesView = z.input<typeof CandidatesView>;

export const ChangeStatus = z
  .strictObject({ to: StatusCode, reasonCode: ReasonCode.optional(), note, version })
  .meta({ id: 'ChangeEnrolmentStatus' });
export type ChangeStatus = z.infer<typeof ChangeStatus>;

export const ChangeStatuses = z
  .strictObject({
    ids: z.array(Id, 'Choose people').min(1, 'Choose at least one person').max(1000, 'Change 1,000 people or fewer at once'),
    to: z.enum(SETTABLE_STATUSES, 'Choose a status'),
    reasonCode: ReasonCode.optional(),
    note,
  })
  .meta({ id: 'ChangeEnrolmentStatuses' });
export type ChangeStatuses = z.infer<typeof ChangeStatuses>;
export const ChangedStatuses = z.object({ changed: z.number() }).meta({ id: 'ChangedEnrolments' });

export const Substitute = z
  .strictObject({ personId: z.uuid('Choose who takes the place'), reasonCode: ReasonCode.optional(), note, version })
  .meta({ id: 'SubstituteEnrolment' });
export type Substitute = z.infer<typeof Substitute>;

const elsewhere = { cohortId: z.uuid('Choose a cohort'), note, version };
export const Defer = z.strictObject({ ...elsewhere, reasonCode: ReasonCode.optional() }).meta({ id: 'DeferEnrolment' });
export type Defer = z.infer<typeof Defer>;
export const Transfer = z.strictObject({ ...elsewhere, reasonCode: ReasonCode.optional() }).meta({ id: 'TransferEnrolment' });
export type Transfer = z.infer<typeof Transfer>;

/** An enrolment on its own, with where it came from and where it went on. */
export const EnrolmentView = z
  .object({
    id: z.string(),
    cohort: Named,
    person: Named,
    status: StatusCode,
    statusReason: ReasonCode.nullable(),
    placeType: PlaceTypeCode,
    enrolledOn: localDate,
    endedOn: localDate.nullable(),
    groups: z.array(Named),
    needs: z.array(z.string()).nullable(),
    substituteFor: Named.nullable(),
    substitutedBy: Named.nullable(),
    continuedFrom: Named.nullable(),
    continuedIn: Named.nullable(),
    version: z.number(),
  })
  .meta({ id: 'Enrolment' });
export type EnrolmentView = z.input<typeof EnrolmentView>;

export const SetGroups = z.strictObject({ groupIds: z.array(Id).max(50), version }).meta({ id: 'SetEnrolmentGroups' });
export type SetGroups = z.infer<typeof SetGroups>;

export const SetNeeds = z
  .strictObject({ accessNeeds: z.array(z.enum(ACCESS_CODES, 'Choose access needs from the list')).max(ACCESS_CODES.length), version })
  .meta({ id: 'SetAccessNeeds' });
export type SetNeeds = z.infer<typeof SetNeeds>;

export const EnrolmentHistoryView = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        from: StatusCode.nullable(),
        to: StatusCode,
        reasonCode: ReasonCode.nullable(),
        note: z.string().nullable(),
        effectiveOn: localDate,
        at: z.string(),
        by: z.string().nullable(),
      }),
    ),
    /** The groups they were in and are in, the newest first; `endsOn` null: still. */
    groups: z.array(z.object({ id: z.string(), name: z.string(), startsOn: localDate, endsOn: localDate.nullable() })),
    next: z.null(),
  })
  .meta({ id: 'EnrolmentHistory' });
export type EnrolmentHistoryView = z.input<typeof EnrolmentHistoryView>;
