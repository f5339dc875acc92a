import type { DemoAccount } from '@waymark/shared/api/demo';
import { PASSWORD } from '@waymark/identity/demo/accounts';

export const accounts: readonly DemoAccount[] = [
  { email: 'amara.nwosu@example.org', password: PASSWORD, role: 'Facilitator', for: 'see your sessions' },
];
