/** What the process was told at start: parsed once by `apps/api/config.ts`, then passed on as a value. */
export abstract class Settings {
  /** Of the login that serves. */
  databaseUrl!: string;
  /** Of the login that owns the tables and migrates, where it is another. */
  databaseOwnerUrl!: string | null;
  /** The database role that transactions take on, so that row-level security binds; null when the serving login is bound by it already. */
  role!: string | null;
  poolSize!: number;
  /** Multiplies the times after which a connection, a statement or an idle transaction is given up. */
  databasePatience!: number;
  production!: boolean;
  /** The address people type, without a slash at the end: `https://waymark.example.org`. */
  origin!: string;
  /** `smtps://user:password@host:465`, or null: then mail is written to `mailFolder`. */
  smtpUrl!: string | null;
  mailFolder!: string;
  mailFrom!: string;
  /** Does this process run jobs? */
  worksJobs!: boolean;
  /** How long a reading request may rely on what the one before found out about its session, in milliseconds; 0 asks each time. */
  sessionMemoryMs!: number;
  demo!: boolean;
  /** Are figures kept for Prometheus? */
  metrics!: boolean;
  /** 32 bytes that encrypt what the database must not give away; null where none were given. */
  secretsKey!: Buffer | null;
  /** What opens the first set-up in production; null where none was given. */
  setupCode!: string | null;
  /** What runs in a thread of its own: `apps/api/thread.ts`, built or not. */
  threadFile!: string;
  /** Wrong guesses at one account that cost no waiting; after that each waits longer. */
  signInLimit!: number;
  /** Wrong guesses from one network address in 15 minutes, at whatever account. */
  addressLimit!: number;
  /** Invitations that a provider can send in a day. */
  invitationsADay!: number;
}
