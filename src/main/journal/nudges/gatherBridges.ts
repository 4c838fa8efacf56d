import type { Known } from '../../../shared/rules/nudges/known.ts';
import type { JournalContext } from '../context.ts';
import { readBridgePeople } from '../ties/readNetwork.ts';
import type { KnownPeople } from './gatherPeople.ts';

/** Those at either end of what alone joins two groups. */
export function gatherBridges(context: JournalContext, people: KnownPeople): readonly Known[] {
  return [...readBridgePeople(context)].flatMap((id) => {
    const person = people.get(context.people.number(id) ?? -1);
    return person ? [person] : [];
  });
}
