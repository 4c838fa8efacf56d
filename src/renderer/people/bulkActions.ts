import type { BulkChange } from '../../shared/contract/bulk.ts';
import { capitalise, sayPeople } from '../../shared/rules/sayCounts.ts';
import { offerUndo } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import { telling } from '../ui/telling.ts';
import { showToast } from '../ui/toasts.ts';
import { withBrake } from '../ui/withBrake.ts';

/** Does the same to many people, says to how many, and offers to undo it for all of them. */
export async function changeMany(
  ids: ReadonlySet<string>,
  change: BulkChange,
  circleName: (id: string) => string,
): Promise<void> {
  await telling(async () => {
    const { changed } = await askJournal('bulk.change', { ids: [...ids], change });
    if (changed === 0) showToast({ message: sayUnchanged(change) });
    else offerUndo(sayChanged(change, changed, circleName));
  });
}

/** Deletes many people, after a question where they are very many. Resolves to whether they were. */
export async function removeMany(ids: ReadonlySet<string>): Promise<boolean> {
  let isDone = false;
  await telling(async () => {
    const done = await withBrake((confirmed) => askJournal('bulk.remove', { ids: [...ids], confirmed }));
    if (done === null) return;
    isDone = true;
    const were = done.removed === 1 ? 'was' : 'were';
    offerUndo(`${capitalise(sayPeople(done.removed))} ${were} deleted. What you wrote about them stays.`);
  });
  return isDone;
}

function sayChanged(change: BulkChange, count: number, circleName: (id: string) => string): string {
  const who = sayPeople(count);
  switch (change.kind) {
    case 'tag':
      return `${capitalise(who)} now ${count === 1 ? 'has' : 'have'} the tag “${change.tag}”.`;
    case 'untag':
      return `The tag “${change.tag}” was taken off ${who}.`;
    case 'circle': {
      const where = change.circleId === null ? 'no circle' : `the circle “${circleName(change.circleId)}”`;
      return `${capitalise(who)} ${count === 1 ? 'is' : 'are'} in ${where} now.`;
    }
  }
}

function sayUnchanged(change: BulkChange): string {
  switch (change.kind) {
    case 'tag':
      return `All of them have the tag “${change.tag}” already.`;
    case 'untag':
      return `None of them has the tag “${change.tag}”.`;
    case 'circle':
      return 'That is where they are already.';
  }
}
