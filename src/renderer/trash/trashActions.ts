import { capitalise, sayCount } from '../../shared/rules/sayCounts.ts';
import { askJournal } from '../journal-client/index.ts';
import { telling } from '../ui/telling.ts';
import { showToast } from '../ui/toasts.ts';
import { withBrake } from '../ui/withBrake.ts';

/** As many as the journal takes in one question. */
const AT_ONCE = 1000;

/** Puts what was deleted back, and says how many came back and why others did not. */
export async function restore(trashIds: readonly string[]): Promise<void> {
  await telling(async () => {
    let [restored, failed] = [0, 0];
    let why: string | null = null;
    for (let i = 0; i < trashIds.length; i += AT_ONCE) {
      const done = await askJournal('trash.restoreSeveral', { trashIds: trashIds.slice(i, i + AT_ONCE) });
      restored += done.restored;
      failed += done.failed;
      why ??= done.why;
    }
    const back = `${capitalise(sayThings(restored))} ${restored === 1 ? 'is' : 'are'} back.`;
    if (failed === 0) showToast({ message: back });
    else if (restored === 0 && failed === 1 && why !== null) showToast({ message: why });
    else
      showToast({ message: `${back} ${capitalise(sayThings(failed))} could not be restored. ${why ?? ''}` });
  });
}

/** Deletes for good; the user has been asked about just these. */
export async function removeForGood(trashIds: readonly string[]): Promise<void> {
  await telling(async () => {
    for (let i = 0; i < trashIds.length; i += AT_ONCE) {
      const step = trashIds.slice(i, i + AT_ONCE);
      await withBrake((confirmed) => askJournal('trash.remove', { trashIds: step, confirmed }), step.length);
    }
  });
}

/** Deletes all for good; the user has been asked about this many. */
export async function emptyTrash(count: number): Promise<void> {
  await telling(() => withBrake((confirmed) => askJournal('trash.empty', { confirmed }), count));
}

/** “one thing”, “23 things”. */
export function sayThings(count: number): string {
  return sayCount(count, 'thing', 'things');
}
