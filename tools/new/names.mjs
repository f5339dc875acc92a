// The names that a new domain and its first resource go by, in every spelling that the house uses.
import { Stop } from '../bootstrap.mjs';

const KEBAB = /^[a-z]+(-[a-z]+)*$/;

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const pascal = (kebab) => kebab.split('-').map(capital).join('');
const plural = (word) => (/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`);

function spelt(kebab) {
  const Pascal = pascal(kebab);
  const words = kebab.replaceAll('-', ' ');
  return {
    kebab,
    /** Of a class. */
    Pascal,
    /** Of a variable. */
    camel: Pascal.charAt(0).toLowerCase() + Pascal.slice(1),
    /** Of a table, and what its refusals begin with. */
    snake: kebab.replaceAll('-', '_'),
    words,
    /** At the beginning of a sentence. */
    Words: capital(words),
  };
}

/** `learning-records`, `certificate`: the domain, one of its resources and many of them. */
export function namesOf(domain, resource) {
  if (!KEBAB.test(domain)) throw new Stop('Name the domain in lower case, like npm run new -- mentoring mentorship.');
  if (!KEBAB.test(resource))
    throw new Stop('Name what it keeps in lower case and in the singular, like npm run new -- mentoring mentorship.');
  const many = spelt(plural(resource));
  return { domain: spelt(domain), one: spelt(resource), many, an: /^[aeiou]/.test(resource) ? 'an' : 'a' };
}
