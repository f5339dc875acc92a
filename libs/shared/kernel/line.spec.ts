import { isForged, oneLine } from './line';

describe('oneLine', () => {
  it.each([
    ['  Hall ', 'Hall'],
    ['Town\u00a0Hall', 'Town Hall'],
    ['Town \u2009\t Hall', 'Town Hall'],
    ['To\u00adwn\u200b \ufeffHall', 'Town Hall'],
    ['\u200b \u2060', ''],
    ['Ada\nObi\u0000', 'Ada Obi'],
    ['Ada \u202eibO', 'Ada ibO'],
    ['Noor\u200cahmad', 'Noor\u200cahmad'],
  ])('keeps %j as %j', (text, kept) => expect(oneLine(text)).toBe(kept));
});

describe('isForged', () => {
  it.each(['Ada\nSign in at example.org', 'Ada\u0000', 'Ada \u202eevil', 'Ada\u2028link'])('finds %j', (text) =>
    expect(isForged(text)).toBe(true),
  );
  it.each(['Siân Ŵyn', 'O’Brien', 'Noor\u200cahmad', ''])('lets %j pass', (text) => expect(isForged(text)).toBe(false));
});
