import type { BankHoliday } from '@waymark/catalogue/domain/bank-holidays';
import { readHolidayFile } from '@waymark/catalogue/domain/holiday-import';
import { threadTask } from '@waymark/shared/api/thread';

/** A list of bank holidays, compared with what is known. */
export const READ_HOLIDAYS = threadTask('catalogue.readHolidays', ({ content, known }: { content: string; known: BankHoliday[] }) =>
  readHolidayFile(content, known),
);
