import type { JournalOutput } from '../../../shared/contract/index.ts';
import type { Circle } from '../../../shared/models/circle.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

interface CircleSqlRow {
  readonly id: string;
  readonly name: string;
  readonly size: number | null;
  readonly floor_days: number | null;
  readonly ceiling_days: number | null;
}

/** The circles, innermost first. */
export function readCircles(store: Store): readonly Circle[] {
  return statement<[], CircleSqlRow>(
    store,
    'SELECT id, name, size, floor_days, ceiling_days FROM circle ORDER BY position, id',
  )
    .all()
    .map(({ id, name, size, floor_days, ceiling_days }) => ({
      id,
      name,
      size,
      rhythm:
        floor_days === null || ceiling_days === null
          ? null
          : { floorDays: floor_days, ceilingDays: ceiling_days },
    }));
}

/** The circles, innermost first, with how many people are in each. */
export function listCircles(context: JournalContext): JournalOutput<'circles.list'> {
  const counts = new Map<string, number>();
  for (const { circleId } of context.people.all()) {
    if (circleId !== null) counts.set(circleId, (counts.get(circleId) ?? 0) + 1);
  }
  return readCircles(context.db).map((circle) => ({ ...circle, peopleCount: counts.get(circle.id) ?? 0 }));
}
