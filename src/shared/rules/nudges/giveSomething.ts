import { callName } from '../../models/person.ts';
import { sayNumber } from '../sayTime.ts';
import type { Candidate } from './candidate.ts';
import { nameOf, weighCloseness } from './known.ts';
import { byPerson, type GatheredMark, isRecent, sentenceOf } from './marks.ts';

const MINUTES = 15;
const BASE = 300;
/** One question is no pattern. */
const LEAST_ASKS = 2;

/** Those whom the user turned to last only to ask for something: twice or more since they gave anything. */
export function findGiveSomething(marks: readonly GatheredMark[], today: string): readonly Candidate[] {
  return [...byPerson(marks).values()].flatMap((own) => {
    const turns = own.filter(({ kind }) => kind === 'asked' || isGift(kind));
    const before = turns.filter(({ day }) => day < today);
    const asks = before.slice(before.findLastIndex(({ kind }) => isGift(kind)) + 1);
    const last = asks.at(-1);
    const times = new Set(asks.map(({ entryId }) => entryId)).size;
    if (!last || times < LEAST_ASKS || !isRecent(last, today)) return [];
    const { person } = last;
    return [
      {
        key: `giveSomething:${person.id}:${last.entryId}`,
        kind: 'giveSomething',
        people: [nameOf(person)],
        reason: () =>
          `The last ${sayNumber(times)} times that something passed between you, you asked ${callName(person)} for it.`,
        weights: [
          {
            points: BASE + Math.min(60, 20 * (times - LEAST_ASKS)),
            because: () => `asked ${sayNumber(times)} times, gave nothing`,
          },
          ...weighCloseness(person),
        ],
        evidence: asks.slice(-2).reverse().map(sentenceOf),
        opening: 'giveSomething',
        playbook: null,
        minutes: MINUTES,
        due: null,
        isSettled: turns.some(({ day, kind }) => day === today && isGift(kind)),
        restDays: null,
        refusedDays: null,
      },
    ];
  });
}

const isGift = (kind: GatheredMark['kind']) => kind === 'gave' || kind === 'thanked';
