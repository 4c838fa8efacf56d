import { dayNumber } from '../models/day.ts';

/** What rotation needs to know of a backup. */
export interface DatedBackup {
  readonly id: string;
  /** When it was made, in milliseconds since 1970. */
  readonly madeAt: number;
  /** The user's day on which it was made, `YYYY-MM-DD`. */
  readonly day: string;
  /** Whether it was opened, checked and found whole after it was made. */
  readonly verified: boolean;
}

/** How many are kept: the newest of today, and the newest of each of so many days, weeks and months that have any. */
const keptOfToday = 3;
const periods = [
  { kept: 7, periodOf: (day: string) => day },
  { kept: 4, periodOf: (day: string) => String(weekNumber(day)) },
  { kept: 12, periodOf: (day: string) => day.slice(0, 7) },
] as const;

/**
 * Which of `backups` may go when today is `today`: none but those that neither are among the three newest of today nor
 * the newest of one of the last 7 days, 4 weeks (from Monday) or 12 months in which any was made. Days on which nothing
 * was written need no backup and do not count. Only verified ones count towards those numbers; one that is not verified
 * goes once a newer one is. The newest never goes, nor does the newest verified one.
 */
export function chooseSuperseded<T extends DatedBackup>(backups: readonly T[], today: string): readonly T[] {
  const newestFirst = [...backups].sort((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? 1 : -1));
  const verified = newestFirst.filter((backup) => backup.verified);
  const newestVerified = verified[0];
  // Without a verified one nothing is superseded.
  if (newestVerified === undefined) return [];
  const kept = new Set<T>([
    newestVerified,
    ...newestFirst.slice(0, newestFirst.indexOf(newestVerified)),
    ...verified.filter(({ day }) => day === today).slice(0, keptOfToday),
    ...periods.flatMap(({ kept: most, periodOf }) => newestOfEach(verified, periodOf).slice(0, most)),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}

function newestOfEach<T extends DatedBackup>(
  newestFirst: readonly T[],
  periodOf: (day: string) => string,
): readonly T[] {
  const seen = new Map<string, T>();
  for (const backup of newestFirst) {
    const period = periodOf(backup.day);
    if (!seen.has(period)) seen.set(period, backup);
  }
  return [...seen.values()];
}

/** Weeks counted from a Monday: 1970-01-05 was one. */
function weekNumber(day: string): number {
  return Math.floor((dayNumber(day) - dayNumber('1970-01-05')) / 7);
}
