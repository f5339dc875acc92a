/** Accounts that the sign-in page of a demo offers. The app passes them to `IdentityModule.with`. */
export const DEMO_ACCOUNTS = 'DEMO_ACCOUNTS';

export interface DemoAccount {
  email: string;
  password: string;
  role: string;
  /** What to use it for: "schedule cohorts, release the agenda". */
  for: string;
}
