import { Strategy as LocalStrategy } from 'passport-local';
import { Strategy } from 'passport-strategy';

/** Who a strategy found, and nothing more. */
export interface Known {
  accountId: string;
  personId: string;
  foldedEmail: string;
  /** Of the account, as it was when they were found. */
  version: number;
  /** The stored hash was made with less work than today's: what to replace it by. */
  stronger?: { from: string; to: string };
}

type Ask<Given extends unknown[]> = (...given: Given) => Promise<Known | null>;

/** Email and password. */
export const passwordStrategy = (ask: Ask<[email: string, password: string]>): Strategy =>
  new LocalStrategy({ usernameField: 'email', passwordField: 'password' }, (email, password, done) => {
    ask(email, password).then(
      (known) => done(null, known ?? false),
      (error: unknown) => done(error),
    );
  });

/** A token that came by email. */
export class TokenStrategy extends Strategy {
  declare success: (known: Known) => void;
  declare fail: () => void;
  declare error: (error: unknown) => void;

  constructor(private readonly ask: Ask<[token: string]>) {
    super();
  }

  override authenticate(request: { body?: { token?: unknown } }): void {
    const token = request.body?.token;
    if (typeof token !== 'string') return this.fail();
    this.ask(token).then(
      (known) => (known ? this.success(known) : this.fail()),
      (error: unknown) => this.error(error),
    );
  }
}

/** Runs a passport strategy on what was posted, without passport's middleware: each run is a copy with its own outcome, as passport itself does it. */
export function authenticate(strategy: Strategy, body: object): Promise<Known | null> {
  return new Promise((resolve, reject) => {
    const run = Object.create(strategy) as Record<'success' | 'fail' | 'error', (outcome?: unknown) => void> & Strategy;
    run.success = (known) => resolve(known as Known);
    run.fail = () => resolve(null);
    run.error = reject;
    run.authenticate({ body, query: {} } as never, {});
  });
}
