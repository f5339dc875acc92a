import { addDays, dayNumber, weekday, type LocalDate } from '@waymark/shared/kernel/dates';
import { holidaysOf } from '@waymark/catalogue/domain/bank-holidays';
import { isWorkingDay } from '@waymark/catalogue/domain/calendar';
import { cohortDays } from './days';

/** Every day of thirteen years: with and without leap days, and most of them without bank holidays that anybody knows. */
const DAYS = Array.from({ length: 13 * 365 + 4 }, (_, n) => addDays('2024-01-01', n));
const holidays = holidaysOf('england-and-wales');

/** The days on which something is not so. */
const except = (holds: (days: ReturnType<typeof cohortDays>, today: LocalDate) => boolean): LocalDate[] =>
  DAYS.filter((today) => !holds(cohortDays(today), today));

describe('cohortDays', () => {
  it('has one cohort over, one between its two days, one soon and one in about seven months', () => {
    expect(except(({ Cambridgeshire }, today) => addDays(Cambridgeshire.second, 1) < today)).toEqual([]);
    expect(except(({ Norfolk }, today) => Norfolk.first < today && Norfolk.second > today)).toEqual([]);
    expect(except(({ Suffolk }, today) => Suffolk.first >= addDays(today, 80) && Suffolk.second <= addDays(today, 95))).toEqual([]);
    expect(except(({ Essex }, today) => Essex.first >= addDays(today, 203) && Essex.second <= addDays(today, 235))).toEqual([]);
  });

  it('lets Essex meet on a Thursday and the Friday after it, when people are at work', () => {
    const near = (day: LocalDate) => day.slice(5) > '12-19' || day.slice(5) < '01-05';
    expect(except(({ Essex: { first, second } }) => weekday(first) === 4 && dayNumber(second) - dayNumber(first) === 1)).toEqual([]);
    expect(except(({ Essex: { first, second } }) => ![first, second].some(near))).toEqual([]);
  });

  it('holds no day at a weekend or on a bank holiday', () => {
    const all = (days: ReturnType<typeof cohortDays>) => Object.values(days).flatMap(({ first, second }) => [first, second]);
    expect(except((days) => all(days).every((day) => isWorkingDay(day, holidays)))).toEqual([]);
  });

  it('tells nothing that has not happened yet, and everything in its order', () => {
    const told = ({ made, planned, confirmed, released }: ReturnType<typeof cohortDays>['Suffolk']) => [made, planned, confirmed, released];
    const inOrder = (days: LocalDate[]) => days.every((day, i) => i === 0 || days[i - 1]! < day);
    expect(
      except(({ Cambridgeshire, Norfolk, Suffolk }, today) =>
        [Cambridgeshire, Norfolk, Suffolk].every((days) => inOrder([...told(days), days.first]) && days.released < today),
      ),
    ).toEqual([]);
    expect(except(({ Essex }, today) => Essex.made < Essex.planned && Essex.planned < today)).toEqual([]);
  });
});
