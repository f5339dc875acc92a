import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { PatientClient } from '@waymark/shared/api/connection';

/** What a login may do besides reading and writing the rows that the walls show it. */
interface Powers {
  superuser: boolean;
  bypasses: boolean;
  makesRoles: boolean;
  owns: boolean;
  member: string | null;
  /** Makes temporary tables, which are found before the real ones of their name. */
  shadows: boolean;
}

/**
 * The address of the login that serves, from the address of the one that owns the tables: its name is the database's, so that two installations on
 * one server do not share it, and its password follows from the owner's, so that every process that knows one knows the other and nothing
 * need be kept. Null where there is no password to go by (a socket, a certificate).
 */
export function servingAddress(owner: string, database: string, ownerPassword: string | null): string | null {
  if (!ownerPassword || !URL.canParse(owner)) return null;
  const url = new URL(owner);
  if (!url.hostname) return null;
  const name = servingName(database);
  url.username = encodeURIComponent(name);
  url.password = createHmac('sha256', ownerPassword).update(`waymark serving login ${name}`).digest('base64url');
  return url.href;
}

/** What the login of a database is called where nobody says. */
export const servingName = (database: string): string => `${database.slice(0, 59)}_app`;

/** What the owner finds of a login that did not let anybody in; undefined where there is none of this name. `servesHere`: it has rights in this database. */
export async function loginThere(owner: Query, name: string): Promise<(Powers & { servesHere: boolean }) | undefined> {
  const [there] = await owner<Powers & { servesHere: boolean }>(POWERS, [name]);
  return there;
}

/** Makes the login, or gives the one that is there its password. As the owner, who may make roles. */
export async function makeLogin(owner: Query, name: string, password: string, { there }: { there: boolean }): Promise<void> {
  const quoted = pg.escapeIdentifier(name);
  const secret = pg.escapeLiteral(verifierOf(password));
  if (there) await owner(`ALTER ROLE ${quoted} LOGIN PASSWORD ${secret}`);
  else await owner(`CREATE ROLE ${quoted} LOGIN NOINHERIT NOCREATEDB NOCREATEROLE PASSWORD ${secret}`);
}

/** What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5803): sent instead of it, so that it is in no log of statements. */
function verifierOf(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, ROUNDS, 32, 'sha256');
  const key = (name: string) => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(key('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${stored}:${key('Server Key').toString('base64')}`;
}
const ROUNDS = 4096;

/** Connects as the login and asks what it may. */
export async function powersOf(config: pg.ClientConfig): Promise<Powers> {
  const client = new PatientClient(config);
  await client.connect();
  try {
    return (await client.query<Powers>(POWERS, [null])).rows[0]!;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Why a login must not serve, in words that go on after "it"; null when the walls hold for it. */
export function tooMighty({ superuser, bypasses, makesRoles, owns, member, shadows }: Powers): string | null {
  if (superuser) return 'is a superuser';
  if (bypasses) return 'is not bound by row-level security';
  if (makesRoles) return 'may make other roles';
  if (owns) return 'owns tables, and could take their walls down';
  if (member) return `is a member of the role ${member}`;
  if (shadows) return 'may make temporary tables, which would be found before the real ones of their name';
  return null;
}

const POWERS = `
  SELECT r.rolsuper AS superuser, r.rolbypassrls AS bypasses, r.rolcreaterole AS "makesRoles",
         EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p') AND c.relowner = r.oid) AS owns,
         (SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid ORDER BY 1 LIMIT 1) AS member,
         EXISTS (SELECT 1 FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
                  WHERE c.oid = to_regclass('public.schema_migration') AND a.grantee = r.oid) AS "servesHere",
         has_database_privilege(r.oid, current_database(), 'TEMPORARY') AS shadows
    FROM pg_roles r WHERE r.rolname = coalesce($1::name, session_user)`;

type Query = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;
