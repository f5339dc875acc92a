import { wordsOf } from '@waymark/shared/kernel/search';
import { TestApp } from '@waymark/shared/testing/app';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

const inSql = async (text: string): Promise<string[]> =>
  (await app.sql<{ words: string[] }>('SELECT waymark_words($1) AS words', [text]))[0]!.words;

describe('waymark_words', () => {
  const alphabet = [..."aZéŐøßłŁđÐþæŒıIİ ǅΑάΣςЙйfiﬁ²Ⅷ'’‘`´-–—‐_.,;:&/()%\u00a0\u200b\u2028\u3000\ufeff0٣9中あ한\u0301e"];
  it('says what wordsOf says, of every character by itself and between letters', async () => {
    const texts = alphabet.flatMap((one) => [one, `a${one}b`, `${one}x ${one}`]);
    const rows = await app.sql<{ text: string; words: string[] }>('SELECT t AS text, waymark_words(t) AS words FROM unnest($1::text[]) t', [
      texts,
    ]);
    expect(rows.filter(({ text, words }) => JSON.stringify(words) !== JSON.stringify(wordsOf(text)))).toEqual([]);
  });

  it('says what wordsOf says of any of them together', async () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const texts = Array.from({ length: 500 }, () => Array.from({ length: next(24) }, () => alphabet[next(alphabet.length)]).join(''));
    const rows = await app.sql<{ text: string; words: string[] }>('SELECT t AS text, waymark_words(t) AS words FROM unnest($1::text[]) t', [
      texts,
    ]);
    expect(rows).toHaveLength(500);
    expect(rows.filter(({ text, words }) => JSON.stringify(words) !== JSON.stringify(wordsOf(text)))).toEqual([]);
  });

  it('ends, however long a text is', async () => {
    expect(await inSql('ab '.repeat(50_000))).toEqual(['ab']);
    expect((await inSql(Array.from({ length: 400 }, (_, i) => `w${i}`).join(' '))).length).toBe(100);
  });
});

it('compares words by what row-level security lets an index serve', async () => {
  const rows = await app.sql(
    `SELECT proname AS name, bool_and(proleakproof) AS leakproof FROM pg_proc WHERE proname IN ('text_ge', 'text_lt') GROUP BY 1 ORDER BY 1`,
  );
  expect(rows).toEqual([
    { name: 'text_ge', leakproof: true },
    { name: 'text_lt', leakproof: true },
  ]);
});
