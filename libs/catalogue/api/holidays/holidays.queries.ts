import { Injectable } from '@nestjs/common';
import type { BankHoliday } from '@waymark/catalogue/domain/bank-holidays';
import { Db, type Reader } from '@waymark/shared/api/db';
import type { Page } from '@waymark/shared/api/page';
import type { BankHolidayView, ListHolidays } from './holidays.contract';

@Injectable()
export class HolidaysQueries {
  constructor(private readonly db: Db) {}

  /** Every holiday asked for: three divisions have about 27 a year. */
  async list({ division, year }: ListHolidays): Promise<Page<BankHolidayView>> {
    const rows = await this.db.unscoped<Omit<BankHolidayView, 'fetchedAt'> & { fetchedAt: Date }>(
      `SELECT division, date, title, notes, source, fetched_at AS "fetchedAt" FROM bank_holiday
        WHERE ($1::text IS NULL OR division = $1) AND ($2::int IS NULL OR extract(year FROM date) = $2)
        ORDER BY date, division, title`,
      [division ?? null, year ?? null],
    );
    return { items: rows.map((row) => ({ ...row, fetchedAt: row.fetchedAt.toISOString() })), next: null };
  }

  known(read: Reader): Promise<BankHoliday[]> {
    return read.query<BankHoliday>('SELECT division, date::text AS date, title, notes FROM bank_holiday');
  }
}
