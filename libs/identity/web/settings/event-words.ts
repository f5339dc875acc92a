import { roleWords } from '@waymark/identity/domain/role-words';

interface Happened {
  name: string;
  personName: string | null;
  facts: Record<string, unknown>;
}

/** What a kind of event is called. `{person}` and facts in braces are filled in. */
const WORDS: Record<string, string> = {
  'account.created': 'Account made for {person}',
  'account.closed': 'Account of {person} closed',
  'account.opened': 'Account of {person} opened again',
  'invitation.made': '{person} invited: {role}',
  'invitation.resent': 'Invitation of {person} sent again',
  'invitation.withdrawn': 'Invitation of {person} withdrawn',
  'invitation.accepted': 'Invitation accepted by {person}',
  'role.granted': '{person} has the role {role}',
  'role.ended': '{person} no longer has the role {role}',
  'provider.added': 'Provider {name} added',
};

/** An event in words, chosen when it is shown: what is not in the table is said by its own name. */
export function eventWords({ name, personName, facts }: Happened): string {
  const words = WORDS[name];
  if (!words) return plain(name) + (personName ? `: ${personName}` : '');
  const known: Record<string, string> = { ...texts(facts), person: personName ?? 'somebody', role: roleWords(String(facts['role'] ?? '')) };
  const said = words.replace(/{(\w+)}/g, (_, key: string) => known[key] ?? '');
  return said[0]!.toUpperCase() + said.slice(1);
}

/** `cohort.stageChanged` is "Cohort stage changed". */
function plain(name: string): string {
  const words = name.replaceAll(/[.-]/g, ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words[0]!.toUpperCase() + words.slice(1);
}

const texts = (facts: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
