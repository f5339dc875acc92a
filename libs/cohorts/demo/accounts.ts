import type { DemoAccount } from '@waymark/shared/api/demo';
import { PASSWORD } from '@waymark/identity/demo/accounts';

export const accounts: readonly DemoAccount[] = [
  { email: 'adaeze.okonkwo@example.org', password: PASSWORD, role: 'Participant', for: 'see your next session and agenda' },
];
