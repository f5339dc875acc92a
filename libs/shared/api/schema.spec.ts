import { z } from 'zod';
import { dayCalled, email, familyName, givenName, line, localDate, named, optionalLine, timeCalled } from './schema';

describe('dayCalled', () => {
  const said = (typed: unknown) =>
    dayCalled('first day')
      .safeParse(typed)
      .error?.issues.map(({ message }) => message) ?? [];

  it.each([
    [undefined, 'Enter the first day'],
    [null, 'Enter the first day'],
    ['', 'Enter the first day'],
    ['2027--24', 'The first day must be a real date'],
    ['2027-02-30', 'The first day must be a real date'],
    [20270624, 'The first day must be a real date'],
    ['0027-06-24', 'The first day must have a year from 1900 to 2099, with 4 digits'],
  ])('says once what is wrong with %p', (typed, words) => expect(said(typed)).toEqual([words]));

  it('takes a day as it is, as a day without a name does', () => {
    expect(said('2027-06-24')).toEqual([]);
    expect(localDate.safeParse('2027-06-24').success).toBe(true);
  });
});

describe('a line', () => {
  const said = (typed: unknown) =>
    line('Enter a name', 20)
      .safeParse(typed)
      .error?.issues.map(({ message }) => message) ?? [];

  it('is kept without what nobody sees', () => {
    expect(line('Enter a name').parse(' Town\u00a0 \u200bHall ')).toBe('Town Hall');
    expect(optionalLine(10).parse('\u00a0\u200b')).toBe('');
  });

  it.each([
    [undefined, 'Enter a name'],
    ['   ', 'Enter a name'],
    ['\u200b\u00a0\ufeff', 'Enter a name'],
    ['Ada\n\nSign in at https://evil.example', 'Use 20 characters or fewer'],
    ['Ada\nhttps://e.vil', 'Enter this on one line, without invisible characters'],
    ['Ada \u202elive', 'Enter this on one line, without invisible characters'],
  ])('says what is wrong with %j', (typed, words) => expect(said(typed)).toContain(words));
});

describe('a name', () => {
  const who = named(z.strictObject({ givenName, familyName: familyName('Enter a last name'), email }));
  const said = (typed: object) =>
    who.safeParse({ email: 'ada@example.org', ...typed }).error?.issues.map(({ path, message }) => [path.join('/'), message]) ?? [];

  it.each([
    { givenName: 'Christopher', familyName: 'Null' },
    { givenName: 'Jo', familyName: 'Nobody' },
    { givenName: 'Ada', familyName: ' None ' },
    { familyName: 'Sukarno' },
  ])('is %j', (typed) => expect(said(typed)).toEqual([]));

  it('is none where it stands for nothing, which is said once beside all else that is wrong', () => {
    expect(said({ familyName: 'Null' })).toEqual([['familyName', '"Null" is not a name']]);
    expect(said({ givenName: 'TBC', familyName: '#N/A', email: 'ada' })).toEqual([
      ['email', 'Enter an email address in the correct format, like name@example.org'],
      ['givenName', '"TBC" is not a first name'],
      ['familyName', '"#N/A" is not a last name'],
    ]);
    expect(said({ givenName: 'x'.repeat(101), familyName: '' })).toEqual([
      ['givenName', 'The first name must be 100 characters or fewer'],
      ['familyName', 'Enter a last name'],
    ]);
    expect(who.safeParse(null).success).toBe(false);
  });
});

describe('an email address', () => {
  it.each([
    [undefined, 'Enter an email address'],
    [' ', 'Enter an email address'],
    ['ada', 'Enter an email address in the correct format, like name@example.org'],
  ])('says once what is wrong with %j', (typed, words) => {
    expect(email.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual([words]);
  });
});

describe('timeCalled', () => {
  it.each([undefined, '', '9:30', '24:00'])('says what to enter instead of %p', (typed) => {
    const { error } = timeCalled('start time').safeParse(typed);
    expect(error?.issues.map(({ message }) => message)).toEqual(['Enter the start time, like 09:30']);
  });

  it('takes a time', () => expect(timeCalled('start time').parse('09:30')).toBe('09:30'));
});
