/** The headings of the council register as mySociety publishes it, those that are read. */
export const REGISTER_HEADERS =
  'local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,local-authority-type-name,alt-names';

const COUNCILS = [
  'Essex County Council',
  'Chelmsford City Council',
  'Colchester City Council',
  'Thurrock Council',
  'Braintree District Council',
];
const FIRST = ['Ada', 'Bea', 'Cat', 'Dev', 'Eve', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jon', 'Kit', 'Lou'];

/** A spreadsheet as they come: a title above the headings, semicolons, a stray column, and two rows that cannot be read. */
export function nominations(mark: string) {
  const family = `Okafor-${mark}`;
  const people = Array.from({ length: 24 }, (_, i) => ({
    given: FIRST[i % 12]!,
    family: `${family}-${String(i).padStart(2, '0')}`,
    email: `${FIRST[i % 12]}.${i}.${mark}@example.org`,
    organisation: COUNCILS[i % COUNCILS.length]!,
  }));
  const lines = [
    ['Top Talent nominations'],
    ['Timestamp', 'Your FIRST name', 'SURNAME ', 'Contact', 'Which council do you work for?', 'Job role', 'Notes'],
    ...people.map((one, i) => [
      `0${(i % 9) + 1}/11/2026`,
      ` ${one.given}`,
      one.family,
      one.email,
      one.organisation,
      `"Analyst; team ${i}"`,
    ]),
    ['', 'Nia', `Unreachable-${mark}`, 'ask reception', 'Thurrock Council', 'Officer'],
    ['', 'Oli', `Elsewhere-${mark}`, `oli.${mark}@example.org`, 'Narnia Borough', 'Officer'],
  ];
  return {
    csv: lines.map((cells) => [...cells, ...Array<string>(7 - cells.length).fill('')].join(';')).join('\r\n'),
    family,
    people,
    /** The two whom the journey asks to lead sessions. */
    facilitators: people.slice(22).map((one) => `${one.given} ${one.family}`),
  };
}

/** A register of councils where the published one is not at hand. */
export function smallRegister(): string {
  const council = (code: string, name: string, type: string): string =>
    `${code},${name},${name},,1974-04-01,,,England,East of England,${type},`;
  return [
    REGISTER_HEADERS,
    council('ESS', 'Essex County Council', 'County'),
    council('CHL', 'Chelmsford City Council', 'Non-metropolitan district'),
    council('COL', 'Colchester City Council', 'Non-metropolitan district'),
    council('THR', 'Thurrock Council', 'Unitary authority'),
    council('BRA', 'Braintree District Council', 'Non-metropolitan district'),
  ].join('\n');
}
