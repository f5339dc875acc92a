import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '@waymark/shared/api/settings';

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('')
  .transform((value) => value === '1' || value === 'true');

const Environment = z.object({
  DATABASE_URL: z
    .string('Set DATABASE_URL, like postgres://user:password@host:5432/waymark')
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must start with postgres://'),
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_OWNER_URL must start with postgres://')
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  DATABASE_PATIENCE: z.coerce.number().int().min(1).max(100).default(1),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number('PORT must be a number').int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  ORIGIN: z.url('ORIGIN must be an address, like https://waymark.example.org').optional(),
  TRUSTED_HOPS: z.coerce.number('TRUSTED_HOPS must be a number').int().min(0).max(10).default(0),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'SMTP_URL must start with smtp:// or smtps://')
    .optional(),
  MAIL_FOLDER: z.string().default('.local/mail'),
  MAIL_FROM: z.string().default('Waymark <no-reply@waymark.example.org>'),
  WORKER: z.enum(['here', 'elsewhere']).default('here'),
  DEMO: flag,
  DEMO_OWN_DATABASE: flag,
  SESSION_MEMORY_MS: z.coerce.number().int().min(0).max(5_000).optional(),
  SIGN_IN_LIMIT: z.coerce.number().int().min(1).default(5),
  ADDRESS_LIMIT: z.coerce.number().int().min(1).default(300),
  INVITATIONS_A_DAY: z.coerce.number().int().min(1).default(500),
  SETUP_CODE: z.string().min(12, 'SETUP_CODE must have 12 characters or more').optional(),
  SECRETS_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, 'SECRETS_KEY must be 32 bytes in base64: openssl rand -base64 32')
    .optional(),
  METRICS: flag,
  METRICS_PORT: z.coerce.number('METRICS_PORT must be a number').int().min(0).max(65_535).default(9464),
  METRICS_HOST: z.string().default('127.0.0.1'),
  WEB_DIST: z.string().default('dist/apps/web/browser'),
  WEB_LATER: flag,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  settings: Settings;
  port: number;
  host: string;
  /** How many proxies stand in front, each of which adds to `X-Forwarded-For` the address it sees: what is further left anybody can write. */
  trustedHops: number;
  metricsPort: number;
  metricsHost: string;
  webDist: string;
  /** The database is the embedded one that the demo is put into: a demo there is made anew when this version cannot bring it up to date. */
  ownDemo: boolean;
  /** The web app is still being built: the process that started this one sends a message when it is there. */
  webLater: boolean;
  logLevel: string;
}

/** Reads and checks the environment once. Throws one sentence that names every variable that is wrong, and never its value. */
export function configOf(environment: Record<string, string | undefined>): Config {
  const { data, error } = Environment.safeParse(environment);
  if (error)
    throw new Error(
      error.issues.map(({ path, message }) => (message.includes(String(path[0])) ? message : `${String(path[0])}: ${message}`)).join('. '),
    );
  if (data.DEMO && data.NODE_ENV === 'production')
    throw new Error(
      'DEMO puts accounts in place whose passwords everybody knows. Set DEMO=0, or leave out NODE_ENV=production to show the demo',
    );
  return {
    settings: {
      databaseUrl: data.DATABASE_URL,
      databaseOwnerUrl: data.DATABASE_OWNER_URL ?? null,
      role: null,
      poolSize: data.DATABASE_POOL,
      databasePatience: data.DATABASE_PATIENCE,
      production: data.NODE_ENV === 'production',
      origin: (data.ORIGIN ?? `http://localhost:${data.PORT}`).replace(/\/$/, ''),
      smtpUrl: data.SMTP_URL ?? null,
      mailFolder: data.MAIL_FOLDER,
      mailFrom: data.MAIL_FROM,
      worksJobs: data.WORKER === 'here',
      sessionMemoryMs: data.SESSION_MEMORY_MS ?? (data.NODE_ENV === 'test' ? 0 : 1_000),
      demo: data.DEMO,
      metrics: data.METRICS,
      secretsKey: data.SECRETS_KEY ? Buffer.from(data.SECRETS_KEY, 'base64') : null,
      setupCode: data.SETUP_CODE ?? null,
      threadFile: threadFile(),
      signInLimit: data.SIGN_IN_LIMIT,
      // An address stands for many accounts: it is never held up before one of them is.
      addressLimit: Math.max(data.ADDRESS_LIMIT, data.SIGN_IN_LIMIT),
      invitationsADay: data.INVITATIONS_A_DAY,
    },
    port: data.PORT,
    host: data.HOST,
    trustedHops: data.TRUSTED_HOPS,
    metricsPort: data.METRICS_PORT,
    metricsHost: data.METRICS_HOST,
    webDist: data.WEB_DIST,
    webLater: data.WEB_LATER,
    ownDemo: data.DEMO && data.DEMO_OWN_DATABASE,
    logLevel: data.LOG_LEVEL,
  };
}

/** Beside what was built, or a folder above where this became a chunk; in tests beside the source. */
function threadFile(): string {
  const here = import.meta.dirname;
  const places = ['thread.mjs', '../thread.mjs', 'thread-from-source.mjs'].map((place) => join(here, place));
  return places.find((file) => existsSync(file)) ?? places[0]!;
}
