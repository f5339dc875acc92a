import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { Allow, ANYONE } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import type { DemoAccount } from '@waymark/shared/api/demo';
import { Settings } from '@waymark/shared/api/settings';
import { Missing } from '@waymark/shared/kernel/refusal';
import { DEMO_ACCOUNTS } from '../demo-accounts';

const DemoAccountView = z
  .object({ email: z.string(), password: z.string(), role: z.string(), for: z.string() })
  .meta({ id: 'DemoAccount' });
const DemoAccounts = z.object({ items: z.array(DemoAccountView) }).meta({ id: 'DemoAccounts' });

/** The accounts of the invented people of a demo. Where there is none, and in production whatever else is set, there is no such address. */
@Controller('demo-accounts')
export class DemoAccountsController {
  constructor(
    @Inject(DEMO_ACCOUNTS) private readonly accounts: readonly DemoAccount[],
    private readonly settings: Settings,
  ) {}

  @Get()
  @Allow(ANYONE)
  @Answers(DemoAccounts)
  async list() {
    if (!this.settings.demo || this.settings.production) throw new Missing();
    return { items: [...this.accounts] };
  }
}
