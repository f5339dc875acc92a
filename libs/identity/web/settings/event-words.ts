import { roleWords } from '@waymark/identity/domain/role-words';
import { type LocalDate, longDate } from '@waymark/shared/kernel/dates';

interface Happened {
  name: string;
  personName: string | null;
  facts: Record<string, unknown>;
}

/**
 * What every kind of event is called. `{person}` is who it is about, `{role}` their role; any other name in braces is a fact: a date in
 * words, a code without its underscores, or with `{sessions:session}` how many. What people wrote themselves, such as reasons, stays out.
 */
export const EVENT_WORDS: Record<string, string> = {
  'account.created': 'Account made for {person}',
  'account.closed': 'Account of {person} closed',
  'account.opened': 'Account of {person} opened again',
  'bankHolidays.imported': 'Bank holidays imported',
  'blueprint.edited': 'Blueprint changed: {sessions:session}',
  'blueprint.published': 'Version {number} of a blueprint published',
  'blueprint.started': 'Version {number} of a blueprint started',
  'clash.accepted': 'Clash accepted',
  'clash.reopened': 'Accepted clash opened again',
  'cohort.changed': 'Settings of a cohort changed',
  'cohort.made': 'Cohort set up with {sessions:session}',
  'cohort.shifted': 'Start of a cohort moved from {from} to {to}',
  'cohort.stageChanged': 'Cohort moved from {from} to {to}',
  'employment.added': 'Job of {person} added',
  'employment.edited': 'Job of {person} changed',
  'enrolment.groupsChanged': 'Groups of {person} changed',
  'enrolment.made': '{person} added to a cohort',
  'enrolment.needsChanged': 'What {person} needs at the venue changed',
  'enrolment.needsConfirmed': 'A participant said what they need at the venue',
  'enrolment.statusChanged': 'Place of {person} in a cohort changed from {from} to {to}',
  'facilitator.added': '{person} added as a facilitator',
  'facilitator.availabilitySet': 'Availability of a facilitator changed',
  'facilitator.edited': 'Facilitator changed',
  'group.added': 'Group {name} added',
  'group.assigned': '{people:person} put into a group, or taken out of one',
  'group.changed': 'Group {name} changed',
  'group.removed': 'Group {name} removed',
  'group.split': '{people:person} split into {count:group}',
  'invitation.made': '{person} invited: {role}',
  'invitation.resent': 'Invitation of {person} sent again',
  'invitation.withdrawn': 'Invitation of {person} withdrawn',
  'invitation.accepted': 'Invitation accepted by {person}',
  'link.sent': 'Link to sign in sent',
  'organisation.added': 'Organisation {officialName} added',
  'organisation.edited': 'Organisation changed',
  'organisations.imported': 'Councils imported',
  'password.changed': 'Password changed',
  'people.imported': 'People imported from a file',
  'person.added': 'Person added',
  'person.edited': 'Details of a person changed',
  'programme.added': 'Programme {code} added',
  'programme.edited': 'Programme {code} changed',
  'provider.added': 'Provider {name} added',
  'role.granted': '{person} has the role {role}',
  'role.ended': '{person} no longer has the role {role}',
  'room.added': 'Room added',
  'room.edited': 'Room changed',
  'roomBooking.added': 'Room booking added: {status}',
  'roomBooking.edited': 'Room booking changed',
  'roomBooking.statusChanged': 'Room booking changed from {from} to {to}',
  'schedule.released': 'Version {number} of a schedule published: {changes:change}',
  'session.added': 'Session added to a schedule',
  'session.cancelled': 'Session of a schedule cancelled',
  'session.deleted': 'Session removed from a schedule',
  'session.edited': 'Session of a schedule changed',
  'session.ended': 'Signed out',
  'session.endedEverywhere': 'Signed out everywhere',
  'session.moved': 'Session of a schedule moved',
  'session.refused': 'Sign-in refused',
  'session.started': 'Signed in',
  'venue.added': 'Venue added',
  'venue.edited': 'Venue changed',
  'venue.travelSet': 'Travel times of a venue changed',
};

/** An event in words, chosen when it is shown. One that has none yet is said by its own name. */
export function eventWords({ name, personName, facts }: Happened): string {
  const words = EVENT_WORDS[name];
  if (!words) return plain(name) + (personName ? `: ${personName}` : '');
  // A fact that an older event does not have takes its part of the sentence along.
  const whole = words
    .split(/(?=: {)/)
    .filter((part, index) => index === 0 || said(part, personName, facts).trim() !== ':')
    .join('');
  const sentence = said(whole, personName, facts).replace(/ {2,}/g, ' ').trim();
  return sentence[0]!.toUpperCase() + sentence.slice(1);
}

function said(words: string, personName: string | null, facts: Record<string, unknown>): string {
  return words.replace(/{(\w+)(?::(\w+))?}/g, (_, key: string, one?: string) => {
    if (key === 'person') return personName ?? 'somebody';
    if (key === 'role') return roleWords(String(facts['role'] ?? ''));
    if (one) return counted(facts[key], one);
    return factWords(facts[key]);
  });
}

function counted(count: unknown, one: string): string {
  const many = one === 'person' ? 'people' : `${one}s`;
  return typeof count === 'number' ? `${count} ${count === 1 ? one : many}` : many;
}

function factWords(fact: unknown): string {
  if (typeof fact === 'number') return String(fact);
  if (typeof fact !== 'string') return '';
  if (/^\d{4}-\d\d-\d\d$/.test(fact)) return longDate(fact as LocalDate);
  return /^[a-z]+(_[a-z]+)*$/.test(fact) ? fact.replaceAll('_', ' ') : fact;
}

/** `cohort.stageChanged` is "Cohort stage changed". */
function plain(name: string): string {
  const words = name.replaceAll(/[.-]/g, ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words[0]!.toUpperCase() + words.slice(1);
}
