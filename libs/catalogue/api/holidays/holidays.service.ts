import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { BANK_HOLIDAYS, BUNDLED_SOURCE } from '@waymark/catalogue/domain/bank-holidays';
import { compareHolidays, holidayCounts } from '@waymark/catalogue/domain/holiday-import';
import { SYSTEM, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { OffThread } from '@waymark/shared/api/off-thread';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { BankHoliday } from './bank-holiday.entity';
import type { HolidayImportView, ImportHolidays } from './holidays.contract';
import { HolidaysQueries } from './holidays.queries';
import { READ_HOLIDAYS } from './holidays.tasks';

@Injectable()
export class HolidaysService implements OnApplicationBootstrap {
  private readonly logger = new Logger(HolidaysService.name);

  constructor(
    private readonly db: Db,
    private readonly queries: HolidaysQueries,
    private readonly offThread: OffThread,
  ) {}

  /** A new installation begins with the bundled list; whatever was imported since is left alone. */
  async onApplicationBootstrap(): Promise<void> {
    if (await this.queries.any()) return;
    await this.db.tx(SYSTEM, async (tx) => {
      await this.queries.lock(tx);
      if ((await this.queries.known(tx)).length > 0) return;
      await this.write(tx, BANK_HOLIDAYS, BUNDLED_SOURCE);
    });
    this.logger.log(`Loaded ${BANK_HOLIDAYS.length} bank holidays`);
  }

  /** A dry run, or the same and done. A file with anything wrong in it changes nothing, and so does one that is known already. */
  async import(actor: Actor, { fileName, content, apply }: ImportHolidays): Promise<HolidayImportView> {
    const file = await this.offThread.run(READ_HOLIDAYS, { content });
    return this.db.tx(actor, async (tx) => {
      await this.queries.lock(tx);
      const { lines, holidays } = compareHolidays(file, await this.queries.known(tx));
      const counts = holidayCounts(lines);
      const applied = apply && counts.rejected === 0;
      if (applied && counts.new + counts.changed + counts.gone > 0) {
        await this.queries.remove(
          tx,
          lines.filter(({ outcome }) => outcome === 'gone' || outcome === 'changed'),
        );
        const keys = new Set(lines.filter(({ outcome }) => outcome === 'new' || outcome === 'changed').map(keyOf));
        await this.write(
          tx,
          holidays.filter((holiday) => keys.has(keyOf(holiday))),
          fileName,
        );
        await tx.record('bankHolidays.imported', newId(), { fileName, ...counts });
      }
      return { fileName, applied, counts, lines };
    });
  }

  private async write(
    tx: Tx,
    holidays: readonly Pick<BankHoliday, 'division' | 'date' | 'title' | 'notes'>[],
    source: string,
  ): Promise<void> {
    if (holidays.length === 0) return;
    const fetchedAt = tx.clock.now();
    await tx.rows.insert(
      BankHoliday,
      holidays.map((holiday) => ({ ...holiday, source, fetchedAt })),
    );
  }
}

const keyOf = ({ division, date, title }: { division: string | null; date: string | null; title: string }): string =>
  `${division} ${date} ${title}`;
