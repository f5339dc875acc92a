import { csvOf } from './csv';

describe('csvOf', () => {
  it('starts with a byte order mark, so that Excel reads names right', () => {
    expect(csvOf([['Wŷn']])).toBe('\uFEFFWŷn\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(csvOf([['a,b', 'say "hi"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""hi""","two\nlines"\r\n');
  });

  it.each(['=1+1', '+44', '-1', '@SUM(A1)', '\tx'])('defuses the formula %j', (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF'${text}\r\n`);
  });

  it('defuses a formula inside quotes as well', () => {
    expect(csvOf([['=HYPERLINK("x","y")']])).toBe(`\uFEFF"'=HYPERLINK(""x"",""y"")"\r\n`);
  });
});
