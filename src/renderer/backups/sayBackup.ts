import type { Backup } from '../../shared/contract/backups.ts';
import { capitalise, sayPeopleAndEntries } from '../../shared/rules/sayCounts.ts';
import { sayDateBriefly, sayDay, sayTimeOfDay } from '../../shared/rules/sayTime.ts';

/** An instant as the clock and calendar on the wall have it. */
function localOf(instant: number): { readonly day: string; readonly time: string } {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    day: `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  };
}

/** “today 13:33”, “yesterday 18:02”, “on Tuesday 9:10”, “3 June 2025 9:10”; `today` is `YYYY-MM-DD`. */
export function sayMoment(instant: number, today: string): string {
  const { day, time } = localOf(instant);
  const isNear = Math.abs(Date.parse(day) - Date.parse(today)) < 7 * 86_400_000;
  return `${isNear ? sayDay(day, today) : sayDateBriefly(day, today)} ${sayTimeOfDay(time)}`;
}

/** “1,204 people and 3,410 entries, the last written yesterday 18:02”. */
export function sayContents({ people, entries, lastWrittenAt }: Backup, today: string): string {
  const what = people + entries === 0 ? 'An empty journal' : capitalise(sayPeopleAndEntries(people, entries));
  return lastWrittenAt === null ? what : `${what}, the last written ${sayMoment(lastWrittenAt, today)}`;
}

/** “4.2 MB”. */
export function sayBytes(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes < 1) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes).toLocaleString('en')} MB`;
}
