import { z } from 'zod';
import { id } from '../models/ids.ts';
import { recordAction } from '../models/record.ts';
import { method } from './define.ts';

/** What was undone, or done again. */
export const undoneAction = z.object({
  kind: z.enum([
    ...recordAction.options,
    'entryRemoved',
    'personRemoved',
    'entryChanged',
    'personChanged',
    /** Of two people who were made one. */
    'peopleMerged',
    /** Of many at once: their name is how many they are. */
    'peopleRemoved',
    'peopleChanged',
    /** The next two cannot be undone: nothing was done, and what lies before them is next. */
    'importTakenBack',
    'removedForGood',
  ]),
  /** The entry or person that it was done to, or the change of a small record; null where nothing was undone. */
  id: id.nullable(),
  /** What it was done to, in a few words, or empty. */
  name: z.string(),
});
export type UndoneAction = Readonly<z.infer<typeof undoneAction>>;

/** What was deleted or overwritten since the journal was opened, last first. */
export const undo = {
  /** Undoes the last of it. Null if there is nothing to undo. */
  'undo.undo': method(z.object({}), undoneAction.nullable()),
  /** Does again what was undone last. Null if there is nothing. */
  'undo.redo': method(z.object({}), undoneAction.nullable()),
};
