/** What `npm run bench` gives to the function `bench` that each tests/bench/<subject>.bench.ts exports. */
export interface BenchContext {
  /** The folder of the checkout. */
  root: string;
  /** A folder for this bench's files, emptied before each run. */
  folder: string;
  /** Prints a line with the seconds since the command began. */
  say(message: string): void;
  /** A port of 127.0.0.1 that nobody listens on. */
  freePort(): Promise<number>;
  /** How to launch the browser that the tests use as well. */
  browser(): Promise<{ executablePath: string; env: Record<string, string>; args: string[] }>;
  /** An empty database of a throw-away PostgreSQL (fsync off); answers with a superuser's address. */
  database(): Promise<string>;
  /** The built product in production mode on a free port. `env` goes on top of what it needs. */
  server(databaseUrl: string, env?: Record<string, string>): Promise<{ url: string; pid: number; stop(): Promise<void> }>;
}

export interface BenchLine {
  figure: string;
  value: number;
  unit: string;
  /** In words, like "≤ 5 ms"; empty for what is only recorded. */
  goal: string;
  met: boolean;
}

export interface BenchResult {
  name: string;
  lines: BenchLine[];
}
