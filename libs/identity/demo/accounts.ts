import type { DemoAccount } from '@waymark/shared/api/demo';

/** Everybody's in the demo: it stands on the page where they sign in. */
export const PASSWORD = 'steady lantern over water';

export const accounts: readonly DemoAccount[] = [
  { email: 'priya.nair@example.org', password: PASSWORD, role: 'Programme staff', for: 'plan cohorts and release their schedules' },
  { email: 'martin.doyle@example.org', password: PASSWORD, role: 'Employer', for: 'see people who work at your organisation' },
  { email: 'sam.okoro@example.org', password: PASSWORD, role: 'Administrator', for: 'invite people, and manage roles and settings' },
  {
    email: 'iris.kemp@example.org',
    password: PASSWORD,
    role: 'Register keeper',
    for: 'look after the organisations that all providers share',
  },
  {
    email: 'jo.newstart@example.org',
    password: PASSWORD,
    role: 'Programme staff',
    for: 'start from nothing, at a partnership that has no cohorts yet',
  },
];
