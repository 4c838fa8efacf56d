import type { Clock } from '../../shared/models/ids.ts';

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** The clock of this computer, in its time zone. */
export const systemClock: Clock = {
  now: () => Date.now(),
  local: () => {
    const date = new Date();
    const year = String(date.getFullYear()).padStart(4, '0');
    return {
      day: `${year}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`,
      time: `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`,
    };
  },
};
