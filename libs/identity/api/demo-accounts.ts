/** Accounts that the sign-in page of a demo offers. The app passes them to `IdentityModule.with`. */
export const DEMO_ACCOUNTS = 'DEMO_ACCOUNTS';
