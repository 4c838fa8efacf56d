import type { Clock } from '../../shared/models/ids.ts';

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** The clock of this computer, in its time zone, put forward by `aheadMs` milliseconds. */
export function createSystemClock(aheadMs = 0): Clock {
  const now = () => Date.now() + aheadMs;
  return {
    now,
    local: () => {
      const date = new Date(now());
      const year = String(date.getFullYear()).padStart(4, '0');
      return {
        day: `${year}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`,
        time: `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`,
      };
    },
  };
}
