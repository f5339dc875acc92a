import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import { outOfOrder, type Jump, type Landing } from '@waymark/catalogue/domain/shift';

type ShiftCode = 'cohorts_shift_order' | 'cohorts_shift_unplanned';

/** Why the days of a schedule cannot land like this. The pointer is to the day that somebody chose. */
export function shiftRefusals(landing: Landing, jumps: readonly Jump[]): Refusal<ShiftCode>[] {
  const unplanned = jumps.flatMap(({ from }, at) =>
    landing.has(from) ? [] : [refusal('cohorts_shift_unplanned', from, `/jumps/${at}/from`)],
  );
  if (unplanned.length > 0) return unplanned;
  const day = outOfOrder(landing, jumps);
  return day === null ? [] : [refusal('cohorts_shift_order', day, `/jumps/${jumps.findIndex(({ from }) => from === day)}/to`)];
}

const refusal = (code: ShiftCode, day: LocalDate, pointer: string): Refusal<ShiftCode> => ({
  code,
  facts: { day: longDate(day, { withWeekday: true }) },
  pointer,
});
