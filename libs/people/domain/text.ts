import { isEmail } from '@waymark/shared/kernel/email';
import { oneLine } from '@waymark/shared/kernel/line';

/** Text as people search and compare it: without accents, case and doubled spaces. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * An organisation's name stripped to what tells it apart: "Southend City Council", "SOUTHEND-ON-SEA CC" and "Southend on Sea" meet.
 * The words that only say which kind of body it is go, and so do their usual abbreviations.
 */
export function organisationKey(name: string): string {
  return fold(name)
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9 ]/g, ' ')
    .replace(
      /\b(the|of|council|unitary|authority|city|county|borough|district|metropolitan|london|royal|combined|cc|bc|dc|mbc|lbc|cbc|ltd|limited|nhs|foundation|trust)\b/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

/** An address of 254 characters with a name and brackets around it. */
const LONGEST_ADDRESS = 400;

/**
 * One address and no more, as people mean it: `"Ada" <ADA@Example.org>;` is `ADA@Example.org`, and what cannot be seen is not a part of it. Or
 * what is wrong, to go after "is not an email address".
 */
export function addressIn(text: string): { email: string; wrong: null } | { email: null; wrong: string } {
  if (text.length > LONGEST_ADDRESS) return { email: null, wrong: ': it is too long' };
  const email = bareAddress(oneLine(text));
  return isEmail(email) ? { email, wrong: null } : { email: null, wrong: wrongWith(email) };
}

function bareAddress(text: string): string {
  const line = withoutStops(text);
  const linked = /^\[[^\]]*\]\(([^()]*)\)$/.exec(line)?.[1];
  const inner = /<([^<>]+)>$/.exec(line)?.[1];
  let address = (linked ?? inner ?? line).replace(/^mailto:/i, '');
  const note = address.indexOf(' (');
  if (note > 0 && address.endsWith(')')) address = address.slice(0, note);
  if (address.startsWith("'") && address.endsWith("'")) address = address.slice(1, -1);
  return withoutStops(address.trim());
}

function withoutStops(text: string): string {
  let end = text.length;
  while (end > 0 && ';,. '.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}

function wrongWith(address: string): string {
  const ats = address.split('@').length - 1;
  const odd = /[^\x20-\x7e]/u.exec(address)?.[0];
  if (ats === 0) return '';
  if (ats > 1) return /[ ;,]/.test(address) ? ': there is more than one. Use one' : ': there is more than one @ in it';
  if (odd) return `: it has the character ${odd}, which addresses here cannot have`;
  if (address.includes(' ')) return ': it has a space in it';
  if (address.includes(',')) return ': it has a comma in it';
  if (address.includes('..')) return ': it has two dots one after the other';
  if (!/@[^@]*\.[a-z]{2,}$/i.test(address)) return ': it does not end like .uk or .org';
  return '';
}
