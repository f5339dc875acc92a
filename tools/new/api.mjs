// The server's side of a new domain: its manifest, one resource from the route to the table, and what tests need of it.

export const manifest = ({ domain, one, many }) => `import type { Manifest } from '@waymark/shared/kernel/manifest';
import { STAFF } from '@waymark/shared/kernel/roles';

export const ${domain.camel}Manifest = {
  permissions: {
    '${many.kebab}:read': [...STAFF, 'evaluator'],
    '${many.kebab}:edit': STAFF,
  },
  kinds: { ${one.camel}: '${many.Words}' },
  events: {
    '${one.camel}.added': '${one.Words} {name} added',
    '${one.camel}.edited': '${one.Words} {name} changed',
  },
  refusals: {
    ${domain.snake}_${one.snake}_name: 'There is already ${one.words.match(/^[aeiou]/) ? 'an' : 'a'} ${one.words} with this name',
  },
} as const satisfies Manifest;

declare module '@waymark/shared/kernel/manifest' {
  interface Manifests {
    '${domain.kebab}': typeof ${domain.camel}Manifest;
  }
}
`;

export const migration = ({ domain, one, many }, number) => `import { Migration } from '@waymark/shared/api/migration';

/** The ${many.words} of a provider. */
export class ${many.Pascal}${number} extends Migration {
  readonly name = '${many.Pascal}${number}';

  protected readonly sql = \`
    CREATE TABLE ${one.snake} (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      name text NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT ${domain.snake}_${one.snake}_name UNIQUE (provider_id, name)
    );
    CALL waymark_wall('${one.snake}');
  \`;
}
`;

export const entity = ({ one }) => `import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('${one.snake}')
export class ${one.Pascal} {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') providerId!: string;
  @Column('text') name!: string;
  @Column('int4') version!: number;
}
`;

export const contract = ({ one, many, an }) => `import { z } from 'zod';
import { countedPageOf, pageAsked } from '@waymark/shared/api/page';
import { Id, line, version } from '@waymark/shared/api/schema';

const facts = { name: line('Enter the name of the ${one.words}') };

export const Add${one.Pascal} = z.strictObject({ providerId: Id, ...facts }).meta({ id: 'Add${one.Pascal}' });
export type Add${one.Pascal} = z.infer<typeof Add${one.Pascal}>;

/** \`version\` is the one that was seen; a newer one is there when somebody else saved first. */
export const Edit${one.Pascal} = z.strictObject({ version, ...facts }).meta({ id: 'Edit${one.Pascal}' });
export type Edit${one.Pascal} = z.infer<typeof Edit${one.Pascal}>;

/** What the list and the page show of ${an} ${one.words}. */
export const ${one.Pascal}View = z
  .object({ id: Id, providerId: Id, name: z.string(), version })
  .meta({ id: '${one.Pascal}View' });
export type ${one.Pascal}View = z.infer<typeof ${one.Pascal}View>;

export const ${many.Pascal}Page = countedPageOf(${one.Pascal}View).meta({ id: '${many.Pascal}Page' });

export const List${many.Pascal} = pageAsked.extend({ query: z.string().trim().max(200).optional() });
export type List${many.Pascal} = z.infer<typeof List${many.Pascal}>;
`;

export const queries = ({ one, many }) => `import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { countUpTo, cursorIn, cursorOf, page, type CountedPage } from '@waymark/shared/api/page';
import { textFound } from '@waymark/shared/api/search';
import type { Reader } from '@waymark/shared/api/reader';
import { sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import { found } from '@waymark/shared/kernel/refusal';
import type { ${one.Pascal}View, List${many.Pascal} } from './${many.kebab}.contract';

@Injectable()
export class ${many.Pascal}Queries {
  constructor(private readonly db: Db) {}

  /** By name. */
  list(actor: Actor, { query = '', after, limit }: List${many.Pascal}): Promise<CountedPage<${one.Pascal}View>> {
    const matches = sql\`\${within(reachOf(actor, '${many.kebab}:read'), 'x.provider_id')} AND \${textFound(query, sql\`x.name\`)}\`;
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<${one.Pascal}View>(
        sql\`\${VIEW} WHERE \${matches}
            \${sql.when(cursorIn(after, 2), ([name, id]) => sql\`AND (x.name, x.id) > (\${name}::text, \${id}::uuid)\`)}
          ORDER BY x.name, x.id LIMIT \${limit + 1}\`,
      );
      const total = await countUpTo(read, sql\`SELECT 1 FROM ${one.snake} x WHERE \${matches}\`);
      return { ...page(rows, limit, (row) => cursorOf(row.name, row.id)), total };
    });
  }

  seen(actor: Actor, id: string): Promise<${one.Pascal}View> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<${one.Pascal}View>(
        sql\`\${VIEW} WHERE x.id = \${id} AND \${within(reachOf(actor, '${many.kebab}:read'), 'x.provider_id')}\`,
      );
      return found(row);
    });
  }

  async one(read: Reader, id: string): Promise<${one.Pascal}View> {
    const [row] = await read.query<${one.Pascal}View>(sql\`\${VIEW} WHERE x.id = \${id}\`);
    return found(row);
  }

  /** Locks one that the actor may change. */
  async forEdit(read: Reader, actor: Actor, id: string): Promise<${one.Pascal}View> {
    const [row] = await read.query<${one.Pascal}View>(
      sql\`\${VIEW} WHERE x.id = \${id} AND \${within(reachOf(actor, '${many.kebab}:edit'), 'x.provider_id')} FOR UPDATE\`,
    );
    return found(row);
  }
}

const VIEW = sql\`SELECT x.id, x.provider_id AS "providerId", x.name, x.version FROM ${one.snake} x\`;
`;

export const service = ({ one, many }) => `import { Injectable } from '@nestjs/common';
import { mayAt, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import { newId } from '@waymark/shared/kernel/ids';
import { Missing } from '@waymark/shared/kernel/refusal';
import { ${one.Pascal} } from './${one.kebab}.entity';
import type { Add${one.Pascal}, ${one.Pascal}View, Edit${one.Pascal} } from './${many.kebab}.contract';
import { ${many.Pascal}Queries } from './${many.kebab}.queries';

@Injectable()
export class ${many.Pascal}Service {
  constructor(
    private readonly db: Db,
    private readonly queries: ${many.Pascal}Queries,
  ) {}

  add(actor: Actor, wish: Add${one.Pascal}): Promise<${one.Pascal}View> {
    return this.db.tx(actor, async (tx) => {
      if (!mayAt(actor, '${many.kebab}:edit', wish)) throw new Missing();
      const id = newId();
      await tx.rows.insert(${one.Pascal}, { id, ...wish, version: 1 });
      await tx.record('${one.camel}.added', id, { name: wish.name }, wish);
      return this.queries.one(tx, id);
    });
  }

  edit(actor: Actor, id: string, { version, ...wish }: Edit${one.Pascal}): Promise<${one.Pascal}View> {
    return this.db.tx(actor, async (tx) => {
      const now = await this.queries.forEdit(tx, actor, id);
      await mustBeCurrent(tx, now, version, { name: now.name });
      await tx.rows.update(${one.Pascal}, { id }, { ...wish, version: version + 1 });
      await tx.record('${one.camel}.edited', id, { name: wish.name }, now);
      return this.queries.one(tx, id);
    });
  }
}
`;

export const controller = ({ one, many }) => `import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { Add${one.Pascal}, ${one.Pascal}View, ${many.Pascal}Page, Edit${one.Pascal}, List${many.Pascal} } from './${many.kebab}.contract';
import { ${many.Pascal}Queries } from './${many.kebab}.queries';
import { ${many.Pascal}Service } from './${many.kebab}.service';

@Controller('${many.kebab}')
export class ${many.Pascal}Controller {
  constructor(
    private readonly service: ${many.Pascal}Service,
    private readonly queries: ${many.Pascal}Queries,
  ) {}

  @Get()
  @Allow('${many.kebab}:read')
  @Answers(${many.Pascal}Page)
  list(@By() actor: Actor, @Query({ schema: List${many.Pascal} }) wanted: List${many.Pascal}) {
    return this.queries.list(actor, wanted);
  }

  @Post()
  @Allow('${many.kebab}:edit')
  @Answers(${one.Pascal}View, 201)
  add(@By() actor: Actor, @Body({ schema: Add${one.Pascal} }) wish: Add${one.Pascal}) {
    return this.service.add(actor, wish);
  }

  @Get(':id')
  @Allow('${many.kebab}:read')
  @Answers(${one.Pascal}View)
  seen(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.queries.seen(actor, id);
  }

  @Put(':id')
  @Allow('${many.kebab}:edit')
  @Answers(${one.Pascal}View)
  edit(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath, @Body({ schema: Edit${one.Pascal} }) wish: Edit${one.Pascal}) {
    return this.service.edit(actor, id, wish);
  }
}
`;

export const apiModule = ({ domain, one, many }, number) => `import { Module } from '@nestjs/common';
import { ${one.Pascal} } from './${many.kebab}/${one.kebab}.entity';
import { ${many.Pascal}Controller } from './${many.kebab}/${many.kebab}.controller';
import { ${many.Pascal}Queries } from './${many.kebab}/${many.kebab}.queries';
import { ${many.Pascal}Service } from './${many.kebab}/${many.kebab}.service';
import { ${many.Pascal}${number} } from './migrations/${number}-${many.kebab}';

export const ${domain.camel}Entities = [${one.Pascal}];
export const ${domain.camel}Migrations = [${many.Pascal}${number}];

@Module({ controllers: [${many.Pascal}Controller], providers: [${many.Pascal}Queries, ${many.Pascal}Service] })
export class ${domain.Pascal}Module {}
`;

export const httpSpec = ({ domain, one, many }) => `import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { given${one.Pascal} } from '@waymark/${domain.kebab}/testing/${domain.kebab}.factories';

let app: TestApp;
let provider: { id: string };
let staff: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  app = await TestApp.open();
  provider = await givenProvider(app);
  staff = await app.signedIn('programme_staff', { providerId: provider.id });
  stranger = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
});
afterAll(() => app.close());

describe('POST /${many.kebab}', () => {
  it('adds one that the list then shows, and says so in the audit log', async () => {
    const { status, body } = await app.post('/${many.kebab}', staff, { providerId: provider.id, name: 'First' });
    expect([status, body.name, body.version]).toEqual([201, 'First', 1]);
    expect((await app.get('/${many.kebab}', staff)).body.items).toContainEqual(body);
    expect(await app.sql('SELECT name FROM event WHERE subject_id = $1', [body.id])).toEqual([{ name: '${one.camel}.added' }]);
  });

  it('refuses a name twice, also to the second of two at once', async () => {
    const wish = { providerId: provider.id, name: 'Twice' };
    const both = await Promise.all([app.post('/${many.kebab}', staff, wish), app.post('/${many.kebab}', staff, wish)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)!.body.errors[0].code).toBe('${domain.snake}_${one.snake}_name');
  });

  it('points at what is missing', async () => {
    const { status, body } = await app.post('/${many.kebab}', staff, { providerId: provider.id, name: ' ' });
    expect([status, body.errors[0].pointer]).toEqual([400, '/name']);
  });
});

describe('PUT /${many.kebab}/:id', () => {
  it('changes a name, and tells whoever comes second what is there now', async () => {
    const { id } = await given${one.Pascal}(app, provider.id);
    expect((await app.put(\`/${many.kebab}/\${id}\`, staff, { version: 1, name: 'Changed' })).body).toMatchObject({ name: 'Changed', version: 2 });
    const late = await app.put(\`/${many.kebab}/\${id}\`, staff, { version: 1, name: 'Too late' });
    expect([late.status, late.body.current.values]).toEqual([409, { name: 'Changed' }]);
  });
});

describe('GET /${many.kebab}', () => {
  it('goes on where the page before ended, and finds by the beginning of a word', async () => {
    const own = await givenProvider(app);
    const by = await app.signedIn('programme_staff', { providerId: own.id });
    for (const name of ['Alder', 'Birch', 'Cedar']) await given${one.Pascal}(app, own.id, { name });
    const first = await app.get('/${many.kebab}', by, { limit: 2 });
    expect(first.body.items.map(({ name }: { name: string }) => name)).toEqual(['Alder', 'Birch']);
    expect(first.body.total).toEqual({ count: 3, more: false });
    const rest = await app.get('/${many.kebab}', by, { limit: 2, after: first.body.next });
    expect([rest.body.items.map(({ name }: { name: string }) => name), rest.body.next]).toEqual([['Cedar'], null]);
    expect((await app.get('/${many.kebab}', by, { query: 'BIR' })).body.items).toHaveLength(1);
  });

  it('shows nothing of another provider', async () => {
    const { id } = await given${one.Pascal}(app, provider.id);
    expect((await app.get('/${many.kebab}', stranger)).body.items).toEqual([]);
    expect((await app.get(\`/${many.kebab}/\${id}\`, stranger)).status).toBe(404);
    expect((await app.put(\`/${many.kebab}/\${id}\`, stranger, { version: 1, name: 'Theirs' })).status).toBe(404);
  });
});
`;
