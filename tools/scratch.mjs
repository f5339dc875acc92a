// Throw-away PostgreSQL clusters in the system's temporary folder, for tests and benchmarks.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exists } from './lock.mjs';
import { ensurePostgres, stopPostgres } from './postgres.mjs';

const PREFIX = 'waymark-scratch-';

/** Removes what a killed run left behind: its server would run for ever. */
async function sweep() {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split('-')[0]);
    if (exists(owner)) continue;
    const dir = join(tmpdir(), name);
    await stopPostgres(join(dir, 'postgres')).catch(() => {}); // another account's: theirs to remove
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * A cluster that lasts as long as this process and is not safe against power cuts (fsync off).
 * @returns {Promise<{dir: string, postgres: Awaited<ReturnType<typeof ensurePostgres>>, remove: () => Promise<void>}>}
 */
export async function scratchPostgres(log) {
  await sweep();
  const dir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(dir, 0o711); // PostgreSQL may run as another account than ours
  const postgres = await ensurePostgres({ dir: join(dir, 'postgres'), durable: false, log });
  const remove = async () => {
    await postgres.stop();
    for (const folder of [postgres.dir, dir]) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return { dir, postgres, remove };
}

/** Creates an empty database there. @returns its URL */
export async function createScratchDatabase(postgres, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return postgres.url(name);
}
