import { isEmail } from '@waymark/shared/kernel/email';

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

/** `Okafor, Sarah` or `Dr Sarah Okafor` as given and family name. A single word is a family name with nothing before it. */
export function nameParts(full: string): { givenName: string; familyName: string } {
  const text = full.replace(/\s+/g, ' ').trim();
  const comma = text.indexOf(',');
  if (comma > 0) return { givenName: text.slice(comma + 1).trim(), familyName: text.slice(0, comma).trim() };
  const words = text.replace(/^(mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor|sir|dame)\.?\s+/i, '').split(' ');
  return { givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '' };
}

/** An address of 254 characters with a name and brackets around it. */
const LONGEST_ADDRESS = 400;

/** One address and no more, as people mean it: `"Ada" <ADA@Example.org>;` is `ADA@Example.org`. Null when it is not one. */
export function emailIn(text: string): string | null {
  if (text.length > LONGEST_ADDRESS) return null;
  let trimmed = text.trim();
  while (trimmed.endsWith(';') || trimmed.endsWith(',')) trimmed = trimmed.slice(0, -1);
  const inner = /<([^<>]+)>$/.exec(trimmed)?.[1] ?? trimmed.replace(/^mailto:/i, '');
  return isEmail(inner) ? inner : null;
}
