import { KithError } from '../../shared/contract/errors.ts';
import type { Circle } from '../../shared/models/circle.ts';
import { undoLast } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import { showToast } from '../ui/toasts.ts';

/** What one can do with the list of circles. What goes wrong is said. */
export function useCircleActions(circles: readonly Circle[]) {
  /** Inwards (-1) or outwards (1), past one other. */
  const move = (id: string, by: -1 | 1) =>
    saying(async () => {
      const ids = circles.map((circle) => circle.id);
      const at = ids.indexOf(id);
      const other = ids[at + by];
      if (other === undefined) return;
      ids[at] = other;
      ids[at + by] = id;
      await askJournal('circles.reorder', { ids });
    });

  const remove = ({ id, name }: Circle, moveTo: string | null) =>
    saying(async () => {
      await askJournal('circles.remove', { id, moveTo });
      showToast({
        message: `“${name}” was deleted.`,
        action: { label: 'Undo', onPress: () => void undoLast() },
        isUndo: true,
      });
    });

  return { move, remove };
}

async function saying(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    showToast({ message: error.message });
  }
}
