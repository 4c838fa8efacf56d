import { sayNumber } from './sayTime.ts';

/** A moment by the clock on the wall: `YYYY-MM-DD` and `HH:MM`. */
export interface LocalMoment {
  readonly day: string;
  readonly time: string;
}

export interface DigestTime {
  /** The hour of the day at which it is told, 0 to 23; null: never. */
  readonly hour: number | null;
  /** The day on which it was told last. */
  readonly toldOn: string | null;
}

/**
 * Whether the one notification of the day is to be told `now`: from its hour on, for whoever slept through it, and never
 * twice a day. It goes by the day on the wall, so an hour that clocks skip in spring is made up for, one that they
 * repeat in autumn counts once, and whoever travels is told once for each day that they see; one that begins a second
 * time, west of the date line, stays silent.
 */
export function isDigestDue({ hour, toldOn }: DigestTime, now: LocalMoment): boolean {
  return hour !== null && hasStruck(hour, now) && (toldOn === null || toldOn < now.day);
}

/** Whether the hour of `day` had struck already at this moment: whoever opens Kith after it sees the day without being told. */
export function hadStruckBy(moment: LocalMoment, hour: number, day: string): boolean {
  return moment.day === day && hasStruck(hour, moment);
}

function hasStruck(hour: number, { time }: LocalMoment): boolean {
  return time >= `${String(hour).padStart(2, '0')}:00`;
}

/** What a notification says. */
export interface DigestWords {
  readonly title: string;
  readonly body: string;
}

/**
 * The digest in words: for how many people there is something today, at least one, and, where names may be shown, who
 * the first of them are.
 */
export function sayDigest(count: number, names: readonly string[] | null): DigestWords {
  const title = `Kith: ${count === 1 ? 'one person' : `${sayNumber(count)} people`} today`;
  if (names === null || names.length === 0) return { title, body: '' };
  const more = count - names.length;
  const all = more > 0 ? [...names, more === 1 ? 'one more' : `${sayNumber(more)} more`] : names;
  const last = all.at(-1) ?? '';
  return { title, body: all.length === 1 ? last : `${all.slice(0, -1).join(', ')} and ${last}` };
}

/** What is said while the journal is locked: that there is something, and nothing of it. */
export const lockedDigest: DigestWords = { title: 'Kith has something for today', body: '' };
