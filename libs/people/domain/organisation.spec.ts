import { identifierRefusals, organisationRefusals, type Identifier } from './organisation';

const gss = (over: Partial<Identifier> = {}): Identifier => ({
  scheme: 'gss',
  value: 'E10000012',
  validFrom: null,
  validTo: null,
  ...over,
});

describe('identifierRefusals', () => {
  it('lets a code go from one body to its successor', () => {
    expect(identifierRefusals([gss({ validFrom: '2028-04-01' })], [gss({ validTo: '2028-03-31' })])).toEqual([]);
  });

  it('refuses a code that another holds on some day, at its field', () => {
    expect(identifierRefusals([gss({ value: 'E1' }), gss()], [gss({ validFrom: '2020-01-01' })])).toEqual([
      { code: 'people_identifier_taken', pointer: '/identifiers/1/value' },
    ]);
  });
});

describe('organisationRefusals', () => {
  it('refuses dates the wrong way round, and a code given twice', () => {
    expect(
      organisationRefusals({ validFrom: '2028-04-01', validTo: '2027-04-01', identifiers: [gss(), gss()] }).map(({ code }) => code),
    ).toEqual(['people_organisation_dates', 'people_identifier_taken']);
  });
});
