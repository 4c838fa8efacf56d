import type { ParsedComponents } from 'chrono-node';

const NOON = 12;

/** What a bare hour up to twelve means beside each word: from `from` to `to`, `add` hours later. First match decides. */
const inPartOfDay: readonly { words: RegExp; from: number; to: number; add: number }[] = [
  { words: /\bmorning\b/iu, from: 1, to: 11, add: 0 },
  { words: /\bnoon\b/iu, from: NOON, to: NOON, add: 0 },
  { words: /\bafternoon\b/iu, from: 1, to: 6, add: NOON },
  { words: /\b(?:evening|night|tonight)\b/iu, from: 5, to: 11, add: NOON },
  // With minutes, as on a 24-hour clock; few people talk before seven.
  { words: /\d[:.]\d{2}(?!\d)/u, from: 7, to: NOON, add: 0 },
];

/** The time that the parsed `words` say, if no reader could take it for another one, twelve hours away. */
export function timeMeant(words: string, said: ParsedComponents): string | null {
  const [hour, minute] = [said.get('hour'), said.get('minute') ?? 0];
  if (!said.isCertain('hour') || hour === null) return null;
  if (said.isCertain('meridiem') || hour > NOON) return timeOfDay(hour, minute);
  const part = inPartOfDay.find((candidate) => candidate.words.test(words));
  if (!part || hour < part.from || hour > part.to) return null;
  return timeOfDay(hour + part.add, minute);
}

function timeOfDay(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
