import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { givenOrganisation, givenProvider } from '@waymark/people/testing/people.factories';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let staff: SignedIn;
let keeper: SignedIn;
let providerId: string;
beforeAll(async () => {
  app = await TestApp.open();
  providerId = (await givenProvider(app)).id;
  staff = await app.signedIn('programme_staff', { providerId });
  keeper = await app.signedIn('register_keeper');
});
afterAll(() => app.close());

const wish = (over: object = {}) => ({
  providerId,
  officialName: 'Harwich Haven Authority',
  shortName: 'Harwich Haven',
  sector: 'other',
  ...over,
});
const gss = (value: string) => ({ scheme: 'gss', value });

describe('POST /organisations', () => {
  it('adds an organisation with its names and codes, and finds it by each of them', async () => {
    const { status, body } = await app.post(
      '/organisations',
      staff,
      wish({ nation: 'ENG', aliases: ['HHA', 'Harwich Harbour'], identifiers: [gss('E99999001')] }),
    );
    expect([status, body.aliases, body.codes, body.version]).toEqual([
      201,
      ['Harwich Harbour', 'HHA'].sort((a, b) => a.toLowerCase().localeCompare(b.toLowerCase())),
      ['E99999001'],
      1,
    ]);
    for (const query of ['harwich haven', 'hha', 'e99999001', 'HARBOUR']) {
      expect((await app.get('/organisations', staff, { query })).body.items.map(({ id }: { id: string }) => id)).toEqual([body.id]);
    }
  });

  it('refuses a code that another organisation has, at its field', async () => {
    await app.post('/organisations', staff, wish({ identifiers: [gss('E99999002')] }));
    const { status, body } = await app.post('/organisations', staff, wish({ identifiers: [gss('E99999002')] }));
    expect([status, body.errors[0].pointer]).toEqual([409, '/identifiers/0/value']);
  });

  it('gives the same answer to two at once as to one after the other', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => app.post('/organisations', staff, wish({ identifiers: [gss('E99999003')] }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.flatMap(({ body }) => body.errors ?? []).map(({ code }) => code)).toEqual([
      'people_identifier_taken',
      'people_identifier_taken',
    ]);
  });

  it('points at each field that is wrong', async () => {
    const { status, body } = await app.post('/organisations', staff, { providerId, officialName: ' ', sector: 'circus', shortName: 'x' });
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer, detail }: { pointer: string; detail: string }) => [pointer, detail])).toEqual([
      ['/officialName', 'Enter the official name'],
      ['/sector', 'Choose a sector'],
    ]);
  });
});

describe('PUT /organisations/:id', () => {
  it('refuses an edit from an old version, with who changed what', async () => {
    const { body } = await app.post('/organisations', staff, wish());
    const edit = { ...wish({ shortName: 'Haven' }), providerId: undefined, version: body.version };
    expect((await app.put(`/organisations/${body.id}`, staff, edit)).body).toMatchObject({ shortName: 'Haven', version: 2 });
    const stale = await app.put(`/organisations/${body.id}`, staff, { ...edit, shortName: 'Mine' });
    expect([stale.status, stale.body.type]).toEqual([409, '/problems/stale']);
    expect(stale.body.current).toMatchObject({ version: 2, values: { shortName: 'Haven' }, changedBy: expect.stringContaining('Person') });
  });

  it('does not find what is not there', async () => {
    expect((await app.put(`/organisations/${newId()}`, staff, { ...wish(), providerId: undefined, version: 1 })).status).toBe(404);
  });
});

describe('GET /organisations', () => {
  it('pages in order without losing or repeating any', async () => {
    for (let i = 0; i < 7; i++) await givenOrganisation(app, { officialName: `Paged ${i % 3}`, sector: 'fire' });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await app.get('/organisations', staff, { sector: 'fire', limit: 2, after });
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      after = body.next ?? undefined;
    } while (after);
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
  });
});

describe('POST /organisation-imports', () => {
  const csv = (...lines: string[]) =>
    Buffer.from(['local-authority-code,official-name,nice-name,gss-code,nation,alt-names', ...lines].join('\r\n')).toString('base64');
  const send = (content: string, over: object = {}) =>
    app.post('/organisation-imports', keeper, { fileName: 'councils.csv', content, apply: true, ...over });
  const GOOD = ['AAA,Aaa Council,Aaa,E07000901,England,"Aaa BC,aaa"', 'BBB,Bbb Council,Bbb,W06000902,Wales,'];

  it('looks without changing anything', async () => {
    expect((await send(csv(...GOOD), { apply: false })).body).toMatchObject({
      applied: false,
      counts: { rows: 2, new: 2, changed: 0, same: 0, rejected: 0 },
    });
    expect((await send(csv(...GOOD), { apply: false })).body.counts.new).toBe(2);
  });

  it('brings a file in once: the second time changes nothing', async () => {
    expect((await send(csv(...GOOD))).body).toMatchObject({ applied: true, counts: { new: 2, same: 0 } });
    const before = await app.sql('SELECT id, version FROM organisation ORDER BY id');
    expect((await send(csv(...GOOD))).body).toMatchObject({ applied: true, counts: { new: 0, changed: 0, same: 2 } });
    expect(await app.sql('SELECT id, version FROM organisation ORDER BY id')).toEqual(before);
  });

  it('names what a changed row changes', async () => {
    expect((await send(csv('AAA,Aaa City Council,Aaa,E07000901,England,'))).body).toMatchObject({
      counts: { changed: 1 },
      changes: [{ line: 2, name: 'Aaa City Council', changes: [{ field: 'officialName', was: 'Aaa Council', now: 'Aaa City Council' }] }],
    });
    // Files and people go on using the old name.
    expect((await app.get('/organisations', staff, { query: 'aaa council' })).body.items).toMatchObject([
      { officialName: 'Aaa City Council' },
    ]);
    expect((await send(csv('AAA,Aaa City Council,Aaa,E07000901,England,'))).body.counts).toMatchObject({ changed: 0, same: 1 });
  });

  it('keeps out a row with a code that is somebody else’s, says whose, and brings in the rest', async () => {
    const { body } = await send(
      csv(
        'QAA,Qaa Council,Qaa,E07000981,England,',
        'QBB,Qbb Council,Qbb,E07000981,England,',
        'QCC,Qcc Council,Qcc,E07000901,England,',
        'QDD,Qdd Council,Qdd,E07000901,England,',
        'BBB,Bbb Council,Bbb,E07000901,England,',
        'QEE,Qee Council,Qee,E07000982,England,',
      ),
      { allOrNothing: false },
    );
    expect(body.messages.map(({ line, message }: any) => [line, message])).toEqual([
      [3, 'E07000981 is already in row 2'],
      [5, 'E07000901 is already in row 4'],
      [6, 'E07000901 is already in row 4'],
    ]);
    expect(body).toMatchObject({ applied: true, counts: { rows: 6, new: 2, changed: 1, rejected: 3 } });
    // As it was, for those below.
    await send(csv('AAA,Aaa City Council,Aaa,E07000901,England,'));
  });

  it('says what is wrong by line and field, and keeps everything out by choice', async () => {
    const bad = csv('CCC,Ccc Council,Ccc,,England,', 'DDD,Ddd Council,Ddd,nonsense,Narnia,', 'CCC,Again,Again,,England,');
    const strict = await send(bad);
    expect(strict.body).toMatchObject({ applied: false, counts: { new: 1, rejected: 2 } });
    expect(strict.body.messages.map(({ line, field }: { line: number; field: string }) => [line, field])).toEqual([
      [3, 'gss-code'],
      [3, 'nation'],
      [4, 'local-authority-code'],
    ]);
    expect((await send(bad, { allOrNothing: false })).body.applied).toBe(true);
    expect(await app.sql(`SELECT official_name FROM organisation WHERE official_name IN ('Ccc Council', 'Ddd Council')`)).toEqual([
      { official_name: 'Ccc Council' },
    ]);
  });

  it.each([
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), 'Excel'],
    ['a file of another kind', Buffer.from('Name,Email\nAda,ada@example.org'), 'not the council register'],
    ['an empty file', Buffer.from('\n\n'), 'empty'],
    [
      'a quotation mark that is never closed',
      Buffer.from('local-authority-code,official-name,nation\n"AAA,Aaa,England\n'),
      'quotation mark',
    ],
  ])('explains %s', async (_, bytes, words) => {
    const { status, body } = await send(bytes.toString('base64'));
    expect([status, body.errors[0].pointer]).toEqual([400, '/content']);
    expect(body.errors[0].detail).toContain(words);
  });

  it('reads UTF-16 with a byte order mark and semicolons', async () => {
    const text = '\ufefflocal-authority-code;official-name;nation\nEEE;Cyngor Sir Ŵyr;Wales\n';
    expect((await send(Buffer.from(text, 'utf16le').toString('base64'))).body.counts.new).toBe(1);
    expect(await app.sql(`SELECT official_name FROM organisation WHERE official_name LIKE 'Cyngor%'`)).toEqual([
      { official_name: 'Cyngor Sir Ŵyr' },
    ]);
  });

  const official = join(process.env['OFFICIAL_DATA_DIR'] ?? '/nowhere', 'organisations/uk_local_authorities_current.csv');
  (existsSync(official) ? it : it.skip)(
    'brings in the published register, 397 current authorities and 73 past ones, and again changes nothing',
    async () => {
      const content = readFileSync(official).toString('base64');
      const rows = 470;
      const first = await send(content);
      expect(first.body).toMatchObject({ applied: true, counts: { rows, new: rows, rejected: 0 } });
      expect((await send(content)).body).toMatchObject({ applied: true, counts: { new: 0, changed: 0, same: rows, rejected: 0 } });
      expect(
        await app.sql(
          `SELECT count(*) FROM organisation WHERE source = 'council register' AND valid_to IS NULL AND official_name !~ '^(Aaa|Bbb|Ccc|Qaa|Qee|Cyngor)'`,
        ),
      ).toEqual([{ count: 397 }]);
      expect((await app.get('/organisations', staff, { query: 'E10000012' })).body.items[0]).toMatchObject({
        officialName: 'Essex County Council',
        nation: 'ENG',
      });
    },
  );
});
