import { z } from 'zod';
import { AVAILABILITY_CODES } from '@waymark/catalogue/domain/availability';
import { countedPageOf, pageAsked, pageOf } from '@waymark/shared/api/page';
import { dayCalled, Id, line, onTheClock, prose, timeCalled, version } from '@waymark/shared/api/schema';

const status = z.enum(['active', 'stood_down'], 'Choose active or stood down');
const facts = {
  skills: z.array(line('Enter a subject they can lead', 60)).max(30, 'Use 30 subjects or fewer'),
  note: prose(2000),
};

export const AddFacilitator = z
  .strictObject({ providerId: Id, personId: z.uuid('Choose a person'), ...facts })
  .meta({ id: 'AddFacilitator' });
export type AddFacilitator = z.infer<typeof AddFacilitator>;

export const EditFacilitator = z.strictObject({ version, status, ...facts }).meta({ id: 'EditFacilitator' });
export type EditFacilitator = z.infer<typeof EditFacilitator>;

const span = {
  kind: z.enum(AVAILABILITY_CODES, 'Choose available or not available'),
  startsOn: dayCalled('start date'),
  startsAt: timeCalled('start time'),
  endsOn: dayCalled('end date'),
  endsAt: timeCalled('end time'),
  note: prose(500),
};
const SpanWish = z
  .strictObject(span)
  .superRefine(onTheClock('startsOn', 'startsAt'))
  .superRefine(onTheClock('endsOn', 'endsAt'))
  .meta({ id: 'AvailabilitySpan' });
const SpanView = z.object({ id: Id, ...span }).meta({ id: 'AvailabilitySpanView' });

/** The whole list, in wall-clock time: what is not in it is gone. */
export const SetAvailability = z.strictObject({ version, spans: z.array(SpanWish).max(500) }).meta({ id: 'SetAvailability' });
export type SetAvailability = z.infer<typeof SetAvailability>;

const facilitator = {
  id: Id,
  providerId: Id,
  personId: Id,
  name: z.string(),
  email: z.string().nullable(),
  organisation: z.string().nullable(),
  status,
  skills: z.array(z.string()),
  version,
};
/** `sessions` counts those still to come, from today on. */
export const FacilitatorItem = z.object({ ...facilitator, sessions: z.number().int() }).meta({ id: 'FacilitatorItem' });
export type FacilitatorItem = z.infer<typeof FacilitatorItem>;
export const FacilitatorPage = countedPageOf(FacilitatorItem).meta({ id: 'FacilitatorPage' });

export const FacilitatorView = z
  .object({ ...facilitator, note: z.string(), availability: z.array(SpanView) })
  .meta({ id: 'FacilitatorView' });
export type FacilitatorView = z.infer<typeof FacilitatorView>;

export const ListFacilitators = pageAsked.extend({ query: z.string().trim().max(200).optional(), status: status.optional() });
export type ListFacilitators = z.infer<typeof ListFacilitators>;

/** People the provider knows who are not its facilitators yet. At most 20: enough to choose from, then type more. */
export const Candidate = z
  .object({ personId: Id, name: z.string(), email: z.string().nullable(), organisation: z.string().nullable() })
  .meta({ id: 'FacilitatorCandidate' });
export type Candidate = z.infer<typeof Candidate>;
export const CandidatePage = pageOf(Candidate).meta({ id: 'FacilitatorCandidatePage' });
export const ListCandidates = z.object({ query: z.string().trim().max(200).default('') });
export type ListCandidates = z.infer<typeof ListCandidates>;
