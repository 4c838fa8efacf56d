import type { Circle } from '../../shared/models/circle.ts';
import { tellingUndoable } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import { telling } from '../ui/telling.ts';

/** What one can do with the list of circles. What goes wrong is said. */
export function useCircleActions(circles: readonly Circle[]) {
  /** Inwards (-1) or outwards (1), past one other. */
  const move = (id: string, by: -1 | 1) =>
    telling(async () => {
      const ids = circles.map((circle) => circle.id);
      const at = ids.indexOf(id);
      const other = ids[at + by];
      if (other === undefined) return;
      ids[at] = other;
      ids[at + by] = id;
      await askJournal('circles.reorder', { ids });
    });

  const remove = ({ id, name }: Circle, moveTo: string | null) =>
    tellingUndoable(`“${name}” was deleted.`, () => askJournal('circles.remove', { id, moveTo }));

  return { move, remove };
}
