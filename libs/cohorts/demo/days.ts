import { holidaysOf } from '@waymark/catalogue/domain/bank-holidays';
import { isWorkingDay } from '@waymark/catalogue/domain/calendar';
import { addDays, weekday, type LocalDate } from '@waymark/shared/kernel/dates';
import { planDays } from '../domain/cohort-plan';

/** The cohorts of the demo go by their places; all but one have been released. */
export type Released = 'Cambridgeshire' | 'Norfolk' | 'Suffolk';
export type Place = Released | 'Essex';

/** When a cohort meets, and what happened to it when on the way there. */
interface Days {
  first: LocalDate;
  second: LocalDate;
  /** Made, with its people. */
  made: LocalDate;
  /** Rooms, times and facilitators agreed. */
  planned: LocalDate;
}

interface ReleasedDays extends Days {
  confirmed: LocalDate;
  released: LocalDate;
}

/** The days of each cohort in a demo that is made `today`: one long over, one in the middle of it, one soon, one that is being planned. */
export function cohortDays(today: LocalDate): Record<Released, ReleasedDays> & Record<'Essex', Days> {
  return {
    Cambridgeshire: begun(mondayFrom(addDays(today, -200)), 1),
    Norfolk: begun(mondayFrom(addDays(today, -15)), 28),
    Suffolk: {
      ...pair(mondayFrom(addDays(today, 80)), 1),
      made: addDays(today, -60),
      planned: addDays(today, -45),
      confirmed: addDays(today, -30),
      released: addDays(today, -10),
    },
    Essex: {
      ...pair(thursdayWithFriday(addDays(today, 203)), 1),
      made: addDays(today, -28),
      planned: addDays(today, -14),
    },
  };
}

/** A cohort that has begun was prepared over three months. */
const begun = (from: LocalDate, offset: number): ReleasedDays => ({
  ...pair(from, offset),
  made: addDays(from, -90),
  planned: addDays(from, -60),
  confirmed: addDays(from, -40),
  released: addDays(from, -30),
});

const HOLIDAYS = holidaysOf('england-and-wales');

/** Where two days of a blueprint fall when the first is a working day: the product steps over bank holidays. */
function pair(from: LocalDate, offset: number): Pick<Days, 'first' | 'second'> {
  const first = planDays(from, [0], HOLIDAYS).get(0)!;
  return { first, second: planDays(first, [0, offset], HOLIDAYS).get(offset)! };
}

function mondayFrom(day: LocalDate): LocalDate {
  return addDays(day, (8 - weekday(day)) % 7);
}

/** The next Thursday that is a working day, as is the Friday after it, and neither is around Christmas. */
function thursdayWithFriday(from: LocalDate): LocalDate {
  let thursday = addDays(from, (11 - weekday(from)) % 7);
  while (![thursday, addDays(thursday, 1)].every((day) => isWorkingDay(day, HOLIDAYS) && !isAroundChristmas(day)))
    thursday = addDays(thursday, 7);
  return thursday;
}

/** Also in years whose bank holidays nobody has published yet. */
const isAroundChristmas = (day: LocalDate): boolean => day.slice(5) >= '12-20' || day.slice(5) <= '01-04';
