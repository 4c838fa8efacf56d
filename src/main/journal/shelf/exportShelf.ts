import type { JsonShelfItem } from '../../../shared/formats/kithJson.ts';
import type { Store } from '../store/openStore.ts';
import { idsOf, readItem } from './readShelf.ts';

/** All that is on the shelf for the export, oldest first. */
export function readJsonShelf(store: Store): JsonShelfItem[] {
  return idsOf(store, null)
    .toReversed()
    .flatMap((id) => readItem(store, id) ?? [])
    .map(({ sharedWith, ...item }) => ({
      ...item,
      sharedWith: sharedWith.map(({ person, day }) => ({ personId: person.id, day })),
    }));
}
