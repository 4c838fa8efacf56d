import { callName } from '../../models/person.ts';
import { findThanks, isFavour } from '../exchanges/thanks.ts';
import { sayDay } from '../sayTime.ts';
import type { Candidate } from './candidate.ts';
import { daysSince, nameOf, weighCloseness } from './known.ts';
import { byPerson, type GatheredMark, isRecent, sentenceOf } from './marks.ts';

const MINUTES = 10;
const BASE = 460;

/** Those who spoke well of the user, or introduced them to somebody, and were not thanked since. */
export function findThank(marks: readonly GatheredMark[], today: string): readonly Candidate[] {
  return [...byPerson(marks).values()].flatMap((own) => {
    const before = own.filter(({ day }) => day < today);
    const at = before.findLastIndex(({ kind }) => isFavour(kind));
    const favour = before[at];
    if (!favour || findThanks(before, at) || !isRecent(favour, today)) return [];
    const { person, kind, day } = favour;
    const name = callName(person);
    const when = () => sayDay(day, today);
    return [
      {
        key: `thank:${person.id}:${favour.entryId}`,
        kind: 'thank',
        people: [nameOf(person)],
        reason: () =>
          kind === 'kind'
            ? `${name} had kind words for you ${when()}, and you have not written of thanking them.`
            : `${name} made an introduction ${when()}, and you have not written of thanking them.`,
        weights: [
          { points: BASE - Math.min(160, daysSince(day, today)), because: () => 'not thanked yet' },
          ...weighCloseness(person),
        ],
        evidence: [sentenceOf(favour)],
        opening: 'thank',
        playbook: 'thank',
        minutes: MINUTES,
        due: null,
        isSettled: own.some((mark) => mark.day === today && mark.kind === 'thanked'),
        restDays: null,
        refusedDays: null,
      },
    ];
  });
}
