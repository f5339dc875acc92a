import { emailIn, fold, nameParts, organisationKey } from './text';

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

describe('nameParts', () => {
  it.each([
    ['Sarah Okafor', 'Sarah', 'Okafor'],
    ['Okafor, Sarah', 'Sarah', 'Okafor'],
    ['Dr  Amara  Nwosu', 'Amara', 'Nwosu'],
    ['Mary Jane van Dyke', 'Mary Jane van', 'Dyke'],
    ['Cher', '', 'Cher'],
  ])('takes %s apart', (full, givenName, familyName) => {
    expect(nameParts(full)).toEqual({ givenName, familyName });
  });
});

describe('emailIn', () => {
  it.each([
    ['ada@example.org', 'ada@example.org'],
    [' "Ada" <ADA@Example.org>; ', 'ADA@Example.org'],
    ['mailto:ada@example.org', 'ada@example.org'],
    ['ada@example', null],
    ['ada@x.org, bob@x.org', null],
    ['anonymous', null],
  ])('finds in %s: %s', (text, email) => {
    expect(emailIn(text)).toBe(email);
  });
});

describe('fold', () => {
  it('forgets accents, case and doubled spaces', () => {
    expect(fold('  Carys   WŶN-Evans ')).toBe('carys wyn-evans');
  });
});
