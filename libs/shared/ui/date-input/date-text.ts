export interface DateParts {
  day: string;
  month: string;
  year: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What was typed, as `2027-06-24`; as close to it as it can be when it is no date, so that the API can say what is wrong. Empty when nothing was typed. */
export function toDay({ day, month, year }: DateParts): string {
  const parts = [year.trim(), monthNumber(month.trim()), day.trim()];
  if (parts.every((part) => part === '')) return '';
  return parts.map((part, index) => (/^\d+$/.test(part) ? part.padStart(index === 0 ? 4 : 2, '0') : part)).join('-');
}

/** `2027-06-24` in three parts without leading zeros; anything else is shared out over the parts as it stands. */
export function fromDay(value: string): DateParts {
  const [year = '', month = '', day = ''] = value.split('-');
  const short = (part: string) => part.replace(/^0+(?=\d)/, '');
  return { day: short(day), month: short(month), year: short(year) };
}

/** People write "June" as well as 6. */
function monthNumber(month: string): string {
  const index = month.length >= 3 ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) : -1;
  return index < 0 ? month : String(index + 1);
}

/** `9:30am`, `930`, `9.30`, `13:15` as `09:30`; anything else as it stands, for the API to judge. */
export function toTime(text: string): string {
  const typed = text.trim().toLowerCase();
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/.exec(typed);
  if (!match) return text.trim();
  const [, hours = '', minutes = '00', half] = match;
  let hour = Number(hours);
  if (half && (hour < 1 || hour > 12)) return text.trim();
  if (half) hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return text.trim();
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}
