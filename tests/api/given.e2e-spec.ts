import { Programme } from '@waymark/catalogue/api/programmes/programme.entity';
import { Room } from '@waymark/catalogue/api/venues/room.entity';
import { givenProgramme, givenRoom, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { Provider } from '@waymark/people/api/persons/person.entity';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { SYSTEM } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';

let app: TestApp;
beforeAll(async () => (app = await TestApp.open()));
afterAll(() => app.close());

const found = async <Row extends object>(kind: new () => Row, id: string) =>
  JSON.parse(JSON.stringify(await app.app.get(Db).tx(SYSTEM, (tx) => tx.rows.getRepository(kind).findOneByOrFail({ id } as never))));

describe('a row given through its entity', () => {
  it('is answered whole, as the application reads it, with what the database filled in', async () => {
    const provider = await givenProvider(app);
    const programme = await givenProgramme(app, provider.id, { rules: { breakMinutes: [] } as never });
    const room = await givenRoom(app, await givenVenue(app, provider.id), { capacities: { theatre: 9 }, access: ['lift'] });
    expect(provider).toEqual({ id: provider.id, name: provider.name, organisationId: null, contactEmail: null, version: 1 });
    expect(programme.rules).toEqual({ breakMinutes: [] });
    expect(room).toMatchObject({ capacities: { theatre: 9 }, access: ['lift'], equipment: [], version: 1 });
    expect([provider, programme, room]).toEqual([
      await found(Provider, provider.id),
      await found(Programme, programme.id),
      await found(Room, room.id),
    ]);
  });

  it('takes what is undefined for what is not said', async () => {
    expect((await givenProvider(app, { version: undefined })).version).toBe(1);
  });

  it('neither compiles with a column that is not there, nor is put there', async () => {
    // @ts-expect-error: it is spelt `name`
    const row = { id: newId(), title: 'Provider' } satisfies Partial<Provider>;
    await expect(app.given.entity(Provider, row as Partial<Provider>)).rejects.toThrow('A row of provider has no title');
    // @ts-expect-error: a version is a number
    await expect(givenProvider(app, { version: 'first' })).rejects.toThrow('invalid input syntax');
  });
});
