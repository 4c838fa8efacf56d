import type { Journal } from '../../../src/main/journal/openJournal.ts';
import { type Act, entryOf, type Written } from './acts.ts';

/** Does one act, and notes what came of it for the choice of the next. The id that the journal gave, if it gave one. */
export async function perform(
  journal: Pick<Journal, 'ask'>,
  act: Act,
  written: Written,
): Promise<string | null> {
  switch (act.act) {
    case 'type':
      await journal.ask('drafts.save', { slot: act.slot, content: act.text });
      return null;
    case 'save': {
      const { id } = await journal.ask('entries.create', {
        entry: entryOf(act.text),
        draftSlot: act.slot,
      });
      written.living.push(id);
      return id;
    }
    case 'change':
      await journal.ask('entries.update', { id: act.id, entry: entryOf(act.text) });
      return null;
    case 'remove': {
      const { trashId } = await journal.ask('entries.remove', { id: act.id });
      written.living.splice(written.living.indexOf(act.id), 1);
      written.removed.push({ id: act.id, trashId });
      return trashId;
    }
    case 'restore':
      await journal.ask('trash.restore', { trashId: act.trashId });
      written.removed.splice(
        written.removed.findIndex(({ trashId }) => trashId === act.trashId),
        1,
      );
      written.living.push(act.id);
      return null;
    case 'meet':
      return (await journal.ask('people.create', { person: { name: act.name } })).id;
    default:
      return act satisfies never;
  }
}
