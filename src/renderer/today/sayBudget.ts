import type { JournalOutput } from '../../shared/contract/index.ts';
import { sayNumber } from '../../shared/rules/sayTime.ts';

type Budget = JournalOutput<'nudges.today'>['budget'];

/** What the week's time says, in a sentence: “Today asks for about 35 minutes of the two hours that you gave this week.” */
export function sayBudget({ weekMinutes, spentMinutes, plannedMinutes }: Budget): string {
  if (weekMinutes === 0) return 'You have set no time aside for people this week. You can, in the settings.';
  const week = sayMinutes(weekMinutes);
  const left = Math.max(0, weekMinutes - spentMinutes);
  if (plannedMinutes > 0) {
    const of =
      spentMinutes > 0
        ? `the ${sayMinutes(left)} that are left of this week’s ${week}`
        : `this week’s ${week}`;
    return `This takes about ${sayMinutes(plannedMinutes)} of ${of}.`;
  }
  if (left === 0) return `This week’s ${week} are spent well. The rest can wait.`;
  return `You have ${sayMinutes(left)} for people this week.`;
}

/** “five minutes”, “40 minutes”, “an hour and a half”, “two hours and 20 minutes”. */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const restWords = rest === 1 ? 'one minute' : `${sayNumber(rest)} minutes`;
  if (hours === 0) return restWords;
  const hourWords = hours === 1 ? 'an hour' : `${sayNumber(hours)} hours`;
  if (rest === 0) return hourWords;
  if (rest === 30) return hours === 1 ? 'an hour and a half' : `${sayNumber(hours)} and a half hours`;
  return `${hourWords} and ${restWords}`;
}
