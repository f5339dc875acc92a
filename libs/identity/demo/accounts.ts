import type { DemoAccount } from '@waymark/shared/api/demo';

/** Everybody's in the demo: it stands on the page where they sign in. */
export const PASSWORD = 'steady lantern over water';

export const accounts: readonly DemoAccount[] = [
  { email: 'priya.nair@example.org', password: PASSWORD, role: 'Programme staff', for: 'schedule cohorts, release the agenda' },
  { email: 'martin.doyle@example.org', password: PASSWORD, role: 'Employer', for: 'see the people of your organisation' },
  { email: 'sam.okoro@example.org', password: PASSWORD, role: 'Administrator', for: 'invite people, roles and settings' },
  {
    email: 'jo.newstart@example.org',
    password: PASSWORD,
    role: 'Programme staff',
    for: 'start from nothing, at a partnership that has no cohorts yet',
  },
];
