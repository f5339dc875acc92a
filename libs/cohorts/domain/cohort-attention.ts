import { addDays, dayNumber, longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { many } from '@waymark/shared/kernel/words';
import type { CohortStage } from './cohort-lifecycle';
import type { CohortFacts } from './readiness';

/** One thing that somebody should do about a cohort. `due` is the day by which, where there is one. */
export interface AttentionItem {
  code: 'go_decision' | 'clashes' | 'below_viable' | 'hold' | 'unscheduled' | 'facilitators' | 'unreleased' | 'start' | 'deliver';
  text: string;
  tone: 'alert' | 'warn';
  due: LocalDate | null;
  page: 'overview' | 'people' | 'schedule' | 'settings';
}

export interface AttentionFacts extends CohortFacts {
  stage: CohortStage;
  startsOn: LocalDate;
  endsOn: LocalDate;
  goDecisionOn: LocalDate | null;
  /** Rooms held for the cohort whose hold ends soon. */
  holds: readonly { room: string; expiresOn: LocalDate }[];
}

/** Days before a decision, a hold's end or a start from which they are said. */
const SOON = 14;
/** Days before the start in which too few people or an unfinished schedule is pressing. */
const NEAR = 56;

const BEFORE_DELIVERY: readonly CohortStage[] = ['planning', 'open_for_applications', 'selecting', 'confirmed'];
const UNDECIDED: readonly CohortStage[] = ['planning', 'open_for_applications', 'selecting'];

/** What asks for attention about one cohort today, the most pressing first. */
export function attentionIn(facts: AttentionFacts, today: LocalDate): AttentionItem[] {
  const { stage, startsOn, endsOn, goDecisionOn, holds } = facts;
  const items: AttentionItem[] = [];
  const before = BEFORE_DELIVERY.includes(stage);
  const near = before && startsOn <= addDays(today, NEAR);
  if (UNDECIDED.includes(stage) && goDecisionOn && goDecisionOn <= addDays(today, SOON)) {
    items.push({
      code: 'go_decision',
      text:
        goDecisionOn < today
          ? `Decide whether it goes ahead: this was due on ${longDate(goDecisionOn)}`
          : `Decide whether it goes ahead by ${longDate(goDecisionOn)}`,
      tone: goDecisionOn <= today ? 'alert' : 'warn',
      due: goDecisionOn,
      page: 'overview',
    });
  }
  if (stage === 'confirmed' && startsOn <= today)
    items.push({ code: 'start', text: 'The first day has come: start delivery', tone: 'alert', due: startsOn, page: 'overview' });
  if (stage === 'in_delivery' && endsOn < today)
    items.push({ code: 'deliver', text: 'The last day is over: mark it as delivered', tone: 'warn', due: endsOn, page: 'overview' });
  if (before && facts.blocking)
    items.push({
      code: 'clashes',
      text: `${many(facts.blocking, 'clash blocks', 'clashes block')} the release`,
      tone: 'alert',
      due: null,
      page: 'schedule',
    });
  if (near && facts.held < facts.minViable) {
    items.push({
      code: 'below_viable',
      text: `${facts.held} of at least ${many(facts.minViable, 'person', 'people')} enrolled, ${startsIn(startsOn, today)}`,
      tone: 'alert',
      due: startsOn,
      page: 'people',
    });
  }
  for (const { room, expiresOn } of holds) {
    if (expiresOn > addDays(today, SOON)) continue;
    items.push({
      code: 'hold',
      text:
        expiresOn < today ? `The hold on ${room} ended on ${longDate(expiresOn)}` : `The hold on ${room} ends on ${longDate(expiresOn)}`,
      tone: expiresOn <= today ? 'alert' : 'warn',
      due: expiresOn,
      page: 'schedule',
    });
  }
  if (near && facts.unscheduled > 0)
    items.push({
      code: 'unscheduled',
      text: `${many(facts.unscheduled, 'session has', 'sessions have')} no day and time`,
      tone: 'warn',
      due: null,
      page: 'schedule',
    });
  if (near && facts.unconfirmedFacilitators > 0)
    items.push({
      code: 'facilitators',
      text: `${many(facts.unconfirmedFacilitators, 'facilitator is', 'facilitators are')} not confirmed`,
      tone: 'warn',
      due: null,
      page: 'schedule',
    });
  if (facts.unreleased > 0)
    items.push({
      code: 'unreleased',
      text: `${many(facts.unreleased, 'session has', 'sessions have')} changes that are not released`,
      tone: 'warn',
      due: null,
      page: 'schedule',
    });
  return items.sort((a, b) => (a.tone === b.tone ? 0 : a.tone === 'alert' ? -1 : 1));
}

/** "starts today", "starts tomorrow", "starts in 12 days" */
export function startsIn(startsOn: LocalDate, today: LocalDate): string {
  const days = dayNumber(startsOn) - dayNumber(today);
  if (days === 0) return 'starts today';
  if (days < 0) return days === -1 ? 'started yesterday' : `started ${-days} days ago`;
  return days === 1 ? 'starts tomorrow' : `starts in ${days} days`;
}

/** Near, undecided and with too few people: these may have to be called off. */
export const atRisk = (cohort: Pick<AttentionFacts, 'stage' | 'startsOn' | 'held' | 'minViable'>, today: LocalDate): boolean =>
  BEFORE_DELIVERY.includes(cohort.stage) && cohort.startsOn <= addDays(today, NEAR) && cohort.held < cohort.minViable;
