import type { components } from '@waymark/shared/client/schema';
import { COHORT_STAGES, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { ENROLMENT_STATUSES, type EnrolmentStatus } from '@waymark/cohorts/domain/enrolment-status';
import { longDate, longPeriod, type LocalDate } from '@waymark/shared/kernel/dates';
import { toWall, wallDate, wallTime } from '@waymark/shared/kernel/wall-clock';
import type { TagColour } from '@waymark/shared/ui/tag/tag';

export type Schemas = components['schemas'];
export type CohortView = Schemas['Cohort'];
export type EnrolmentRow = Schemas['EnrolmentRow'];
export type HistoryEntry = Schemas['CohortHistoryEntry'];

const STAGE_COLOURS: Record<CohortStage, TagColour> = {
  planning: 'teal',
  open_for_applications: 'blue',
  selecting: 'purple',
  confirmed: 'green',
  in_delivery: 'green',
  delivered: 'grey',
  closed: 'grey',
  postponed: 'yellow',
  cancelled: 'red',
};
const STATUS_COLOURS: Record<EnrolmentStatus, TagColour> = {
  confirmed: 'green',
  active: 'green',
  completed: 'blue',
  not_completed: 'orange',
  deferred: 'yellow',
  withdrawn: 'grey',
  substituted: 'grey',
  transferred: 'grey',
};

export const stageTag = (stage: string): { text: string; colour: TagColour } => ({
  text: COHORT_STAGES[stage as CohortStage],
  colour: STAGE_COLOURS[stage as CohortStage],
});
export const statusTag = (status: string): { text: string; colour: TagColour } => ({
  text: ENROLMENT_STATUSES[status as EnrolmentStatus],
  colour: STATUS_COLOURS[status as EnrolmentStatus],
});

export const dayWords = (day: string): string => longDate(day as LocalDate);
export const weekdayWords = (day: string): string => longDate(day as LocalDate, { withWeekday: true });
export const datesWords = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string =>
  longPeriod(startsOn as LocalDate, endsOn as LocalDate);
export const placesWords = ({ held, capacity }: { held: number; capacity: number }): string => `${held} of ${capacity} filled`;

/** "3 May 2027 at 10:42", in London. */
export function momentWords(at: string): string {
  const minute = toWall(new Date(at));
  return `${longDate(wallDate(minute))} at ${wallTime(minute)}`;
}
