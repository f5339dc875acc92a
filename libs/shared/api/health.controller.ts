import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { z } from 'zod';
import { Allow, ANYONE } from './allow';
import { Answers } from './answers';
import { Db } from './db';
import { NeverWaits } from './request-turns';

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

@Controller('health')
export class HealthController {
  constructor(private readonly db: Db) {}

  /** The process answers. It says nothing about the database: restarting would not mend that. */
  @Get('live')
  @Allow(ANYONE)
  @NeverWaits()
  @Answers(Health)
  async live() {
    return { status: 'ok' as const };
  }

  /** The process can serve: the database answers. */
  @Get('ready')
  @Allow(ANYONE)
  @NeverWaits()
  @Answers(Health)
  async ready() {
    try {
      await this.db.mustAnswer();
    } catch {
      throw new ServiceUnavailableException('The database is not responding');
    }
    return { status: 'ok' as const };
  }
}
