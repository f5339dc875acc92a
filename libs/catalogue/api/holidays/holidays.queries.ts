import { Injectable } from '@nestjs/common';
import type { BankHoliday } from '@waymark/catalogue/domain/bank-holidays';
import type { HolidayLine } from '@waymark/catalogue/domain/holiday-import';
import { Db, type Reader } from '@waymark/shared/api/db';
import type { Page } from '@waymark/shared/api/page';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import type { BankHolidayView, ListHolidays } from './holidays.contract';

@Injectable()
export class HolidaysQueries {
  constructor(private readonly db: Db) {}

  /** Every holiday asked for: three divisions have about 27 a year. */
  async list({ division, year }: ListHolidays): Promise<Page<BankHolidayView>> {
    const rows = await this.db.unscoped<Omit<BankHolidayView, 'fetchedAt'> & { fetchedAt: Date }>(
      sql`SELECT division, date, title, notes, source, fetched_at AS "fetchedAt" FROM bank_holiday
        WHERE true ${sql.when(division, (division) => sql`AND division = ${division}`)} ${sql.when(year, (year) => sql`AND extract(year FROM date) = ${year}::int`)}
        ORDER BY date, division, title`,
    );
    return { items: rows.map((row) => ({ ...row, fetchedAt: row.fetchedAt.toISOString() })), next: null };
  }

  /** Is there any? */
  async any(): Promise<boolean> {
    return (await this.db.unscoped(sql`SELECT 1 FROM bank_holiday LIMIT 1`)).length > 0;
  }

  known(read: Reader): Promise<BankHoliday[]> {
    return read.query<BankHoliday>(sql`SELECT division, date::text AS date, title, notes FROM bank_holiday`);
  }

  /** One import at a time: each compares with what the one before has left. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(sql`SELECT pg_advisory_xact_lock(hashtext('bank_holiday'))`);
  }

  async remove(tx: Tx, days: readonly Pick<HolidayLine, 'division' | 'date' | 'title'>[]): Promise<void> {
    const [divisions, dates, titles] = [days.map(({ division }) => division), days.map(({ date }) => date), days.map(({ title }) => title)];
    await tx.query(
      sql`DELETE FROM bank_holiday b USING unnest(${divisions}::text[], ${dates}::date[], ${titles}::text[]) AS gone(division, date, title)
           WHERE b.division = gone.division AND b.date = gone.date AND b.title = gone.title`,
    );
  }
}
