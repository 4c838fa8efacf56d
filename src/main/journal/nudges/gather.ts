import type { ActRecord } from '../../../shared/models/nudge.ts';
import { lastDoneDays } from '../../../shared/rules/nudges/acts.ts';
import type { Gathered } from '../../../shared/rules/nudges/findNudges.ts';
import type { JournalContext } from '../context.ts';
import { gatherAfar } from './gatherAfar.ts';
import { gatherBridges } from './gatherBridges.ts';
import { gatherDates, gatherNews } from './gatherDates.ts';
import { gatherMarks } from './gatherMarks.ts';
import { gatherMatches } from './gatherMatches.ts';
import { gatherPassed } from './gatherPassed.ts';
import { gatherPeople } from './gatherPeople.ts';
import { gatherPromises } from './gatherPromises.ts';
import { gatherReplies } from './gatherReplies.ts';
import { gatherTurns } from './gatherTurns.ts';

/** Reads all that nudges are computed from. Nothing here reads more of a journal than lies near `today`. */
export function gather(context: JournalContext, acts: readonly ActRecord[], today: string): Gathered {
  const { db } = context;
  const people = gatherPeople(context, lastDoneDays(acts, today), today);
  return {
    people: [...people.values()],
    promises: gatherPromises(db, people, today),
    replies: gatherReplies(context, people, today),
    dates: gatherDates(db, people, today),
    news: gatherNews(db, people, today),
    passed: gatherPassed(db, people, today),
    afar: gatherAfar(context, people, today),
    marks: gatherMarks(db, people, today),
    bridges: gatherBridges(context, people, today),
    matches: gatherMatches(db, people),
    turns: gatherTurns(context, people, today),
  };
}
