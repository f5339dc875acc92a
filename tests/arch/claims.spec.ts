import { spawnSync } from 'node:child_process';
import { ROOT } from './files';

/** Words by which a page or a mail says that somebody was reached, or will be. */
const CLAIM =
  /\b(told|informed|notified|emailed|messaged|texted|reminded)\b|\b(was|were|been|be|is|are) sent\b|^sent\b|\bsent (to|again)\b|(?<!\byou )\bwill (see|hear|know|learn|get|receive)\b|\b(we|waymark) (email|send|tell|remind)s?\b|\bget an email\b|\bwill (email|send|tell|remind|let)\b/i;

/** Those that are true, by the beginning of each and what makes it so. */
const TRUE: Record<string, string> = {
  'All providers share this organisation. The register keeper': 'the keeper’s list has what was proposed',
  'Sent to the register keeper': 'the keeper’s list has what was proposed',
  'The provider that proposed the change': 'their list of proposals says what became of each',
  'If there is an account for': 'the sign-in page has just asked for the link',
  'Invitation for {name} renewed. They will be sent': 'the mail is enqueued in the same transaction',
  'People you invite will be listed here. They get an email': 'the mail is enqueued in the same transaction',
  'This invitation was sent a moment ago': 'refused within a minute of the last mail',
  'Do this if they have lost their phone': 'the mail is enqueued with the reset',
  'what you told us': 'what they typed here themselves',
};
const NEGATED = /\b(no one|nobody|nothing|not|cannot)\b/i;

/** A sentence of the text makes a claim, and not that something does not happen. */
const claims = (text: string): boolean => text.split(/(?<=[.!?]) /).some((sentence) => CLAIM.test(sentence) && !NEGATED.test(sentence));

/** What people read, without the examples of components and what only developers see. */
function texts(): string[] {
  const { stdout, status } = spawnSync(process.execPath, ['tools/words.mjs'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 20_000_000 });
  expect(status).toBe(0);
  const said: string[] = [];
  let file = '';
  for (const line of stdout.split('\n')) {
    const text = /^ *\d+ {2}(.*)$/.exec(line)?.[1];
    if (text === undefined) file = line || file;
    else if (!/^apps\/web\/examples|^libs\/shared\/|\.examples\.ts|example-/.test(file)) said.push(text);
  }
  return said;
}

describe('what people read', () => {
  it('claims that somebody was told, or will be, only where that happens', () => {
    const said = texts();
    expect(said.length).toBeGreaterThan(1000);
    const found = said.filter(claims);
    const known = Object.keys(TRUE);
    expect(found.filter((text) => !known.some((beginning) => text.startsWith(beginning)))).toEqual([]);
    expect(known.filter((beginning) => !found.some((text) => text.startsWith(beginning)))).toEqual([]);
  });

  it.each([
    'People were told about this session',
    '24 people will see it when they sign in',
    'We emailed Martin Doyle on 2 June',
    'Nothing has changed. Invitation sent again to {name}',
  ])('would be found: %s', (text) => {
    expect(claims(text)).toBe(true);
  });
});
