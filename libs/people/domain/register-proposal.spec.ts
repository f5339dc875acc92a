import { changedFacts, changedSince, withProposal, type OrganisationFacts } from './register-proposal';

const facts = (over: Partial<OrganisationFacts> = {}): OrganisationFacts => ({
  officialName: 'Essex County Council',
  shortName: 'Essex',
  sector: 'council',
  organisationType: null,
  nation: 'ENG',
  region: null,
  validFrom: null,
  validTo: null,
  aliases: ['ECC', 'Essex CC'],
  identifiers: [
    { scheme: 'gss', value: 'E10000012', validFrom: null, validTo: null },
    { scheme: 'ods', value: 'X1', validFrom: null, validTo: null },
  ],
  successors: [],
  ...over,
});

describe('changedFacts', () => {
  it('says which facts differ, whatever the order of names and codes', () => {
    const shuffled = facts({ aliases: ['Essex CC', 'ECC'], identifiers: [...facts().identifiers].reverse() });
    expect(changedFacts(facts(), shuffled)).toEqual([]);
    expect(changedFacts(facts(), facts({ region: 'East', aliases: ['ECC'] }))).toEqual(['aliases', 'region']);
  });

  it('knows a successor by its id', () => {
    const after = (officialName: string) => facts({ successors: [{ id: 'a', officialName }] });
    expect(changedFacts(after('Mid Essex'), after('Mid Essex Council'))).toEqual([]);
    expect(changedFacts(facts(), after('Mid Essex'))).toEqual(['successors']);
  });
});

describe('a proposal made before somebody else changed the register', () => {
  const proposal = { before: facts(), after: facts({ shortName: 'County', region: 'East' }) };

  it('changes what it is about, and leaves what the others said', () => {
    expect(withProposal(proposal, facts({ nation: 'WLS' }))).toEqual(facts({ nation: 'WLS', shortName: 'County', region: 'East' }));
  });

  it('says where both changed the same', () => {
    expect(changedSince(proposal, facts({ nation: 'WLS' }))).toEqual([]);
    expect(changedSince(proposal, facts({ nation: 'WLS', region: 'South' }))).toEqual(['region']);
  });
});
