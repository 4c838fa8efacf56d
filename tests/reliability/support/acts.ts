import { entryDraftOf } from '../../support/journal.ts';
import { below, makeRandom, pick, type Random } from './random.ts';

// What a writer does, as it tells of it: first what it is about to do, and, once the journal answered, that it is done.

/** One thing asked of the journal. `slot` is a draft’s. */
export type Act =
  | { readonly act: 'type'; readonly slot: string; readonly text: string }
  | { readonly act: 'save'; readonly slot: string; readonly text: string }
  | { readonly act: 'change'; readonly id: string; readonly text: string }
  | { readonly act: 'remove'; readonly id: string }
  | { readonly act: 'restore'; readonly id: string; readonly trashId: string }
  | { readonly act: 'meet'; readonly name: string };

/** `answer` is the id that the journal gave, if it gave one. */
export type Told =
  | { readonly about: 'to'; readonly act: Act }
  | { readonly about: 'done'; readonly act: Act; readonly answer: string | null };

/** What the writer knows of what it wrote itself, to choose what to do next. */
export interface Written {
  readonly living: string[];
  readonly removed: { readonly id: string; readonly trashId: string }[];
}

/** Makes up what to do next: most of it is typing, as in life. */
export function chooseAct(random: Random, written: Written, count: number): Act {
  const text = makeText(random, count);
  const slot = pick(random, ['new', 'note']);
  const chance = random();
  if (chance < 0.4) return { act: 'type', slot, text };
  if (chance < 0.65) return { act: 'save', slot, text };
  if (chance < 0.75) return { act: 'meet', name: `Person ${count}` };
  if (chance < 0.85 && written.removed.length > 0) {
    return { act: 'restore', ...pick(random, written.removed) };
  }
  if (written.living.length === 0) return { act: 'save', slot, text };
  const id = pick(random, written.living);
  return chance < 0.93 ? { act: 'change', id, text } : { act: 'remove', id };
}

/** Mostly a few lines; sometimes so many that they take many pages. */
function makeText(random: Random, count: number): string {
  const words = random() < 0.1 ? 2_000 : 5 + below(random, 60);
  const draw = makeRandom(count * 7919 + 1);
  const all = Array.from({ length: words }, () => `w${below(draw, 3_000).toString(36)}`);
  return `entry ${count} ${all.join(' ')}`;
}

/** The entry that `save` and `change` write. */
export function entryOf(text: string) {
  return entryDraftOf({ body: text, tags: ['torture'], day: '2026-11-20' });
}
