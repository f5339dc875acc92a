import { isFound, searchWords, wordsOf } from './search';

describe('isFound', () => {
  it.each([
    ['Siobhán O’Brien', ['obrien', "o'brien", 'O’BRIEN', 'o brien', 'siobhan', 'brien', 'obr sio']],
    ['Jean-Luc Smith-Jones', ['jean luc', 'jeanluc', 'Smith-Jones, Jean-Luc', 'smithjones', 'luc jones', 'jean–luc']],
    ['Adaeze Okonkwo', ['okonkwo adaeze', 'adaeze  okonkwo', 'adaeze\u00a0okonkwo', ' Okonkwo, Adaeze ', 'ada oko']],
    ['Stoke-on-Trent City Council', ['stoke on trent', 'stoke-on-trent', 'stokeontrent', 'STOKE CITY']],
    ['Łukasz Sørensen', ['lukasz sorensen']],
    ['Groß & Söhne', ['gross sohne']],
    ['Carys Wŷn-Evans', ['wyn evans', 'wyn-evans']],
  ])('finds %s by each way people write it', (text, typed) => {
    expect(typed.filter((one) => !isFound(text, one))).toEqual([]);
  });

  it('finds by the beginnings of words, each of them, and not by what is not there', () => {
    expect(['konkwo', 'adaeze obi', 'okonkwoa'].filter((one) => isFound('Adaeze Okonkwo', one))).toEqual([]);
  });
});

it('says each word once', () => {
  expect(searchWords("Leeds, LEEDS l'eeds")).toEqual(['leeds']);
  expect(wordsOf("O'Brien-Low")).toEqual(['brien', 'low', 'o', 'obrien', 'obrienlow']);
  expect([searchWords('  – % _ ’'), wordsOf('')]).toEqual([[], []]);
});
