import { foldEmail, isEmail } from './email';

describe('isEmail', () => {
  it.each(['ada@example.org', "o'neill@nhs.net", 'a.b+c@mid-essex.gov.uk'])('takes %s', (text) => expect(isEmail(text)).toBe(true));
  it.each(['nora@éxample.org', 'adа@example.org', 'ada@example', 'a..b@example.org', '@example.org', `${'a'.repeat(250)}@b.uk`])(
    'refuses %s',
    (text) => expect(isEmail(text)).toBe(false),
  );
});

describe('foldEmail', () => {
  it('forgets case and spaces at the ends, and nothing else', () => {
    expect(foldEmail(' ADA@Example.org ')).toBe('ada@example.org');
    expect(foldEmail('nora@éxample.org')).not.toBe('nora@example.org');
  });
});
