import type { components } from '@waymark/shared/client/schema';

/** How the dates of a file are read, and why; empty where there was nothing to decide. */
export function datesHint({ dates }: components['schemas']['PeopleImportView']): string {
  if (!dates) return '';
  const first = dates.order === 'day-first' ? 'day' : 'month';
  switch (dates.how) {
    case 'sure':
      return `All dates are read with the ${first} first, because some of them can only be read that way`;
    case 'assumed':
      return 'All dates are read with the day first, as is usual in the UK. They could have the month first too';
    case 'mixed':
      return 'Some dates can only have the day first and others only the month. All are read with the day first, and those that cannot be need attention';
    case 'chosen':
      return `All dates are read with the ${first} first, as you chose`;
  }
}
