import { parseDate } from '@internationalized/date';

export interface SnoozeDay {
  readonly label: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** The days that are offered for later, seen from `today` (`YYYY-MM-DD`). */
export function snoozeDays(today: string): readonly SnoozeDay[] {
  const from = parseDate(today);
  return [
    { label: 'Tomorrow', day: from.add({ days: 1 }).toString() },
    { label: 'In three days', day: from.add({ days: 3 }).toString() },
    { label: 'In a week', day: from.add({ weeks: 1 }).toString() },
    { label: 'In a month', day: from.add({ months: 1 }).toString() },
  ];
}
