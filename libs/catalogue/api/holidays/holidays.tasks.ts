import { readHolidayFile } from '@waymark/catalogue/domain/holiday-import';
import { threadTask } from '@waymark/shared/api/thread';

/** A list of bank holidays. */
export const READ_HOLIDAYS = threadTask('catalogue.readHolidays', ({ content }: { content: string }) => readHolidayFile(content));
