import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';

// A real cluster in a throw-away folder, held by processes of its own, so that each of them can be killed.

const root = resolve(__dirname, '../..');
let dir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'waymark-postgres-'));
  chmodSync(dir, 0o711); // the server may run as another account
});

afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  await command(`import { stopPostgres } from '${root}/tools/postgres.mjs'; await stopPostgres('${dir}/cluster');`);
  rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
});

describe('the embedded PostgreSQL', () => {
  it('keeps what was committed when the server and its owner are killed', async () => {
    const first = await hold();
    await rows(first.url, 'create table kept (n int); insert into kept values (42)');
    first.child.kill('SIGKILL');
    process.kill(serverPid(), 'SIGKILL');

    const second = await hold();

    expect(second.started).toBe(true);
    expect(await rows(second.url, 'select n from kept')).toEqual([{ n: 42 }]);
  });

  it('is joined, not started twice, when its owner was killed', async () => {
    const first = await hold();
    const pid = serverPid();
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    const second = await hold();

    expect(second.started).toBe(false);
    expect(serverPid()).toBe(pid);
    await release(second.child);
    expect(serverPid).toThrow(); // the last one to leave stops it, though it did not start it
  });

  it('is one server for two commands that start at once, and runs until both have left', async () => {
    const both = await Promise.all([hold(), hold()]);

    expect(both.map(({ started }) => started).sort()).toEqual([false, true]);
    expect(both[0].url).toBe(both[1].url);
    await release(both[0].child);
    expect(await rows(both[1].url, 'select 1 as n')).toEqual([{ n: 1 }]);
    await release(both[1].child);
    expect(serverPid).toThrow();
  });

  it('keeps what stands in rows and statements out of its log', async () => {
    const { url, home } = await hold();
    const taken = `create table account (email text unique); insert into account values ('ada@example.org')`;
    await rows(url, taken);
    await expect(rows(url, `insert into account values ('ada@example.org')`)).rejects.toThrow('duplicate key');
    await expect(rows(url, `select email, nothing from account where email = 'ada@example.org'`)).rejects.toThrow('nothing');
    const log = readFileSync(join(home, 'server.log'), 'utf8');
    expect(log).toContain('duplicate key value violates unique constraint');
    expect(log).not.toContain('ada@');
  });

  it('starts although another process was given the number of the killed server', async () => {
    const first = await hold();
    await release(first.child);
    const file = join(first.home, 'data18/postmaster.pid');
    const forged = `import { writeFileSync, chownSync, statSync } from 'node:fs';
      writeFileSync('${file}', '${process.pid}\\n${first.home}/data18\\n1\\n5432\\n\\n127.0.0.1\\n  1 1\\nready\\n');
      const { uid, gid } = statSync('${first.home}/data18'); chownSync('${file}', uid, gid);`;
    await command(forged);

    expect((await hold()).started).toBe(true);
  });
});

describe('a DATABASE_URL that does not work', () => {
  const PASSWORD = 'correct-horse';
  const sentence = (url: string) =>
    command(`import { checkDatabase } from '${root}/tools/database-check.mjs';
      await checkDatabase('${url}').then(() => console.log('works'), (error) => console.log(error.message));`);

  it('is told in one sentence without the password when nothing listens there', async () => {
    const said = await sentence(`postgres://ada:${PASSWORD}@127.0.0.1:1/waymark`);
    expect(said).toBe('No PostgreSQL answers at 127.0.0.1, port 1: check DATABASE_URL and that the server runs.');
  });

  it('is told in one sentence without the password when the password or the database is wrong', async () => {
    const { url } = await hold();
    const wrongPassword = new URL(url);
    wrongPassword.password = PASSWORD;
    expect(await sentence(wrongPassword.href)).toBe('PostgreSQL at 127.0.0.1 refused the password for "waymark": check DATABASE_URL.');
    const wrongDatabase = new URL(url);
    wrongDatabase.pathname = '/nowhere';
    expect(await sentence(wrongDatabase.href)).toBe(
      'PostgreSQL at 127.0.0.1 has no database "nowhere": create it, or change DATABASE_URL.',
    );
    expect(await sentence(url)).toBe('works');
  });

  it('is told in one sentence when it is not an address', async () => {
    expect(await sentence('waymark')).toContain('DATABASE_URL is not an address of PostgreSQL');
  });

  it('is told in one sentence when the server is too old', async () => {
    const old = await postgres14();
    try {
      expect(await sentence(`postgres://ada:${PASSWORD}@127.0.0.1:${old.port}/waymark`)).toBe(
        'PostgreSQL at 127.0.0.1 is version 14: Waymark needs version 15 or newer.',
      );
    } finally {
      old.close();
    }
  });
});

const serverPid = () => Number(readFileSync(join(dir, 'cluster/data18/postmaster.pid'), 'utf8').split('\n')[0]);

function script(text: string): ChildProcess {
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  return child;
}

async function command(text: string): Promise<string> {
  const child = script(text);
  let said = '';
  child.stdout!.setEncoding('utf8').on('data', (part: string) => (said += part));
  await once(child, 'close');
  return said.trim();
}

/** A process that uses the cluster until it is told to leave or is killed. */
async function hold() {
  const child = script(`import { ensurePostgres } from '${root}/tools/postgres.mjs';
    const server = await ensurePostgres({ dir: '${dir}/cluster' });
    console.log(JSON.stringify({ url: server.url(), started: server.started, home: server.dir }));
    process.stdin.once('data', () => server.stop().then(() => process.exit(0)));`);
  const died = once(child, 'exit').then(() => Promise.reject(new Error('The holder of the cluster ended: its message is above')));
  const [line] = (await Promise.race([once(child.stdout!, 'data'), died])) as [Buffer];
  died.catch(() => undefined); // later it is meant to end
  return { child, ...(JSON.parse(line.toString()) as { url: string; started: boolean; home: string }) };
}

async function release(child: ChildProcess) {
  child.stdin!.write('leave');
  await once(child, 'exit');
}

async function rows(url: string, sql: string) {
  const client = new pg.Client(url);
  client.on('error', () => undefined); // the server is killed under it
  await client.connect();
  const result = await client.query(sql);
  await client.end();
  return result.rows as unknown[];
}

/** As much of PostgreSQL's protocol as it takes to log in and answer `show server_version_num`. */
async function postgres14(): Promise<{ port: number; close: () => void }> {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const letIn = message('R', Buffer.alloc(4));
  const idle = message('Z', Buffer.from('I'));
  const column = Buffer.concat([
    Buffer.from([0, 1]),
    Buffer.from('server_version_num\0'),
    Buffer.alloc(6),
    Buffer.from([0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0]),
  ]);
  const version = Buffer.from('140011');
  const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, version.length]), version]);
  const answer = Buffer.concat([message('T', column), message('D', row), message('C', Buffer.from('SHOW\0')), idle]);

  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(Buffer.concat([letIn, idle]));
      socket.once('data', () => socket.write(answer));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { port: (server.address() as { port: number }).port, close: () => server.close() };
}
