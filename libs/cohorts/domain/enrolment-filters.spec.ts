import { filtered, type EnrolmentFilters, type Filtered } from './enrolment-filters';

const essex = { id: 'o1', name: 'Essex' };
const anglia = { id: 'o2', name: 'Anglia Trust' };
const red = { id: 'g1', name: 'Red' };
const blue = { id: 'g2', name: 'Blue' };
const person = (name: string, over: Partial<Filtered> = {}) => ({
  name,
  status: 'confirmed' as const,
  groups: [red],
  sector: 'council',
  organisation: essex,
  attention: [],
  matches: true,
  ...over,
});
const people = [
  person('Ann'),
  person('Ben', { organisation: anglia, sector: 'health', attention: ['no_manager'] }),
  person('Cai', { groups: [], status: 'withdrawn', sector: null, organisation: null, attention: ['no_employer', 'no_manager'] }),
];
const none: EnrolmentFilters = { status: [], sector: [], organisation: [], attention: [] };
const look = (over: Partial<EnrolmentFilters>, of: readonly (Filtered & { name: string })[] = people) => {
  const { left, facets } = filtered(of, { ...none, ...over }, [red, blue]);
  return { names: left.map(({ name }) => name), facets };
};

describe('filtered', () => {
  it('lets everybody through without filters, and counts every value', () => {
    expect(look({})).toEqual({
      names: ['Ann', 'Ben', 'Cai'],
      facets: {
        status: [
          { value: 'confirmed', count: 2 },
          { value: 'withdrawn', count: 1 },
        ],
        group: [
          { value: 'g1', label: 'Red', count: 2 },
          { value: 'g2', label: 'Blue', count: 0 },
        ],
        sector: [
          { value: 'council', count: 1 },
          { value: 'health', count: 1 },
        ],
        organisation: [
          { value: 'o2', label: 'Anglia Trust', count: 1 },
          { value: 'o1', label: 'Essex', count: 1 },
        ],
        attention: [
          { value: 'no_manager', count: 2 },
          { value: 'no_employer', count: 1 },
        ],
      },
    });
  });

  it('counts each filter over what the others leave', () => {
    const { names, facets } = look({ sector: ['council'] });
    expect(names).toEqual(['Ann']);
    expect(facets.sector).toEqual([
      { value: 'council', count: 1 },
      { value: 'health', count: 1 },
    ]);
    expect(facets.status).toEqual([
      { value: 'confirmed', count: 1 },
      { value: 'withdrawn', count: 0 },
    ]);
    expect(facets.attention.map(({ count }) => count)).toEqual([0, 0]);
  });

  it('counts nobody whom two filters keep out', () => {
    const { names, facets } = look({ sector: ['health'], status: ['withdrawn'] });
    expect(names).toEqual([]);
    expect(facets.status[0]).toEqual({ value: 'confirmed', count: 1 });
    expect(facets.sector.every(({ count }) => count === 0)).toBe(true);
  });

  it('finds the people of one group, and those without', () => {
    expect(look({ group: 'g1' }).names).toEqual(['Ann', 'Ben']);
    expect(look({ group: 'none' }).names).toEqual(['Cai']);
    expect(look({ attention: ['no_employer', 'no_manager'] }).names).toEqual(['Ben', 'Cai']);
    expect(look({ organisation: ['o1', 'o2'] }).names).toEqual(['Ann', 'Ben']);
  });

  it('counts nobody whom the search leaves out, and still names their values', () => {
    const { names, facets } = look({}, [person('Ann'), person('Ben', { matches: false, organisation: anglia })]);
    expect(names).toEqual(['Ann']);
    expect(facets.organisation).toEqual([
      { value: 'o2', label: 'Anglia Trust', count: 0 },
      { value: 'o1', label: 'Essex', count: 1 },
    ]);
  });
});
