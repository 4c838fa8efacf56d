import type { Journal } from '../../../src/main/journal/openJournal.ts';
import { KithError } from '../../../src/shared/contract/errors.ts';
import type { Act, Told } from './acts.ts';

/** What must be in the journal according to what was acknowledged, whatever happened to the program since. */
export interface Expectations {
  /** Takes in what a program told, line by line. Lines about other things are passed over. */
  readonly hear: (lines: readonly string[]) => void;
  /** How many acknowledged acts the journal does not hold to. What was under way may or may not have happened. */
  readonly missing: (journal: Pick<Journal, 'ask'>) => Promise<number>;
  /** How many acts were acknowledged in all. */
  readonly acknowledged: () => number;
}

export function createExpectations(): Expectations {
  /** The text of every entry, or null where it was removed. */
  const entries = new Map<string, string | null>();
  const drafts = new Map<string, string | null>();
  const people = new Set<string>();
  const names = new Map<string, string>();
  /** What was begun and not acknowledged, in its order: it may have happened or not. */
  let underWay: Act[] = [];
  let acknowledged = 0;

  const done = (act: Act, answer: string | null) => {
    acknowledged += 1;
    underWay = underWay.filter((before) => !isOver(before, act));
    switch (act.act) {
      case 'type':
        drafts.set(act.slot, act.text);
        break;
      case 'save':
        drafts.set(act.slot, null);
        entries.set(answer ?? '', act.text);
        break;
      case 'change':
        entries.set(act.id, act.text);
        break;
      case 'remove':
        names.set(act.id, entries.get(act.id) ?? '');
        entries.set(act.id, null);
        break;
      case 'restore':
        entries.set(act.id, names.get(act.id) ?? '');
        break;
      case 'meet':
        people.add(answer ?? '');
        break;
      default:
        act satisfies never;
    }
  };

  const hear = (lines: readonly string[]) => {
    let last: Act | undefined;
    for (const line of lines.filter((text) => text.startsWith('{'))) {
      const told = JSON.parse(line) as Told;
      if (told.about === 'to') last = told.act;
      else {
        done(told.act, told.answer);
        last = undefined;
      }
    }
    if (last !== undefined) underWay.push(last);
  };

  const missing = async (journal: Pick<Journal, 'ask'>) => {
    let count = 0;
    for (const [id, text] of entries) {
      const found = await readBody(journal, id);
      if (found !== text && !mayBe(underWay, id, found, names)) count += 1;
      // What was found is how it stands from now on.
      entries.set(id, found);
    }
    for (const [slot, text] of drafts) {
      const found = (await journal.ask('drafts.get', { slot }))?.content ?? null;
      if (found !== text && !mayBeDraft(underWay, slot, found)) count += 1;
      drafts.set(slot, found);
    }
    const known = await namesOf(journal, [...people]);
    count += people.size - known;
    underWay = [];
    return count;
  };
  return { hear, missing, acknowledged: () => acknowledged };
}

/** Whether it does not matter any more what came of `before`, since `after` was done to the same thing. */
function isOver(before: Act, after: Act): boolean {
  if ('slot' in before && 'slot' in after) return before.slot === after.slot;
  return 'id' in before && 'id' in after && before.id === after.id;
}

async function readBody(journal: Pick<Journal, 'ask'>, id: string): Promise<string | null> {
  try {
    return (await journal.ask('entries.get', { id })).body;
  } catch (error) {
    if (error instanceof KithError && error.kind === 'notFound') return null;
    throw error;
  }
}

async function namesOf(journal: Pick<Journal, 'ask'>, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (let i = 0; i < ids.length; i += 1000) {
    count += (await journal.ask('people.names', { ids: ids.slice(i, i + 1000) })).length;
  }
  return count;
}

function mayBe(
  underWay: readonly Act[],
  id: string,
  found: string | null,
  before: ReadonlyMap<string, string>,
): boolean {
  return underWay.some((act) => {
    if (act.act === 'change') return act.id === id && found === act.text;
    if (act.act === 'remove') return act.id === id && found === null;
    return act.act === 'restore' && act.id === id && found === before.get(id);
  });
}

function mayBeDraft(underWay: readonly Act[], slot: string, found: string | null): boolean {
  return underWay.some((act) => {
    if (act.act === 'type') return act.slot === slot && found === act.text;
    return act.act === 'save' && act.slot === slot && found === null;
  });
}
