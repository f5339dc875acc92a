import { READ_HOLIDAYS } from '@waymark/catalogue/api/holidays/holidays.tasks';
import { READ_PEOPLE, READ_REGISTER, READ_SHEET } from '@waymark/people/api/imports/imports.tasks';
import { answerTasks } from '@waymark/shared/api/thread';

/** What `OffThread` starts: everything that is done in a thread of its own. */
answerTasks([READ_SHEET, READ_PEOPLE, READ_REGISTER, READ_HOLIDAYS]);
