import type { LocalNow } from '../../shared/rules/dateWords.ts';

/** The user's calendar day and time of day. */
export function localNow(): LocalNow {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  const year = String(now.getFullYear()).padStart(4, '0');
  return {
    day: `${year}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    time: `${two(now.getHours())}:${two(now.getMinutes())}`,
  };
}
