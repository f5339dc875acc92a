import { addressIn, fold, organisationKey } from './text';

describe('organisationKey', () => {
  it.each([
    ['Southend-on-Sea City Council', 'SOUTHEND ON SEA CC'],
    ['Essex County Council', 'ESSEX CC'],
    ['Colchester Borough Council', 'Colchester BC'],
    ['Thurrock Council', 'Thurrock Unitary'],
    ['Tendring District Council', 'Tendring'],
  ])('reads %s and %s as one', (a, b) => {
    expect(organisationKey(a)).toBe(organisationKey(b));
  });

  it('keeps bodies apart that differ in more than their kind', () => {
    expect(organisationKey('North Essex Parking')).not.toBe(organisationKey('Essex County Council'));
  });
});

describe('addressIn', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    [' "Ada" <ADA@Example.org>; ', 'ADA@Example.org'],
    ['mailto:ada@example.org', 'ada@example.org'],
    ['MAILTO:ada@example.org', 'ada@example.org'],
    ['ada@example.org\u00A0', 'ada@example.org'],
    ['ada@example.org\u200B', 'ada@example.org'],
    ['\uFEFFada@example.org', 'ada@example.org'],
    ['\u202Aada@example.org\u202C', 'ada@example.org'],
    ['ada@example.org.', 'ada@example.org'],
    ['ada@example.org,', 'ada@example.org'],
    ['<ada@example.org>', 'ada@example.org'],
    ['ada@example.org (work)', 'ada@example.org'],
    ["'ada@example.org'", 'ada@example.org'],
    ['[ada@example.org](mailto:ada@example.org)', 'ada@example.org'],
    ['ada@example.org\r\n', 'ada@example.org'],
    ["o'brien+cohort@example.org", "o'brien+cohort@example.org"],
  ])('finds in %j: %s', (text, email) => expect(addressIn(text)).toEqual({ email, wrong: null }));

  it.each([
    ['anonymous', ''],
    ['#N/A', ''],
    ['ada@example', ': it does not end like .uk or .org'],
    ['ada@localhost', ': it does not end like .uk or .org'],
    ['ada@x.org, bob@x.org', ': there is more than one. Use one'],
    ['ada@@example.org', ': there is more than one @ in it'],
    ['ada e@example.org', ': it has a space in it'],
    ['ada@ example.org', ': it has a space in it'],
    ['ada@example.co,uk', ': it has a comma in it'],
    ['ada@example..org', ': it has two dots one after the other'],
    ['josé@example.org', ': it has the character é, which addresses here cannot have'],
    ['Аda@example.org', ': it has the character А, which addresses here cannot have'],
    [`${'a'.repeat(500)}@example.org`, ': it is too long'],
  ])('says what is wrong with %s', (text, wrong) => expect(addressIn(text)).toEqual({ email: null, wrong }));
});

describe('fold', () => {
  it('forgets accents, case and doubled spaces', () => {
    expect(fold('  Carys   WŶN-Evans ')).toBe('carys wyn-evans');
  });
});
