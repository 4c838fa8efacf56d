import { dayNumber } from '../../models/day.ts';

export type DueGroupName = 'overdue' | 'soon' | 'later' | 'noDay';

export interface DueGroup<T> {
  readonly name: DueGroupName;
  readonly promises: readonly T[];
}

/** “Soon” is today and the six days after it. */
const SOON_DAYS = 7;
const order: readonly DueGroupName[] = ['overdue', 'soon', 'later', 'noDay'];

/** Open promises by when they are due on `today`, each in the order given; groups with none are left out. */
export function groupByDue<T extends { readonly due: string | null }>(
  promises: readonly T[],
  today: string,
): readonly DueGroup<T>[] {
  return order
    .map((name) => ({ name, promises: promises.filter(({ due }) => groupOf(due, today) === name) }))
    .filter((group) => group.promises.length > 0);
}

function groupOf(due: string | null, today: string): DueGroupName {
  if (due === null) return 'noDay';
  const ahead = dayNumber(due) - dayNumber(today);
  if (ahead < 0) return 'overdue';
  return ahead < SOON_DAYS ? 'soon' : 'later';
}
