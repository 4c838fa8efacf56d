import type { JsonPromise } from '../../../shared/formats/kithJson.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { readPromise } from './readPromises.ts';

/** All promises for the export, oldest first, dismissed suggestions too. People in the trash are left out. */
export function readJsonPromises(store: Store): JsonPromise[] {
  return statement<[], string>(store, 'SELECT id FROM promise ORDER BY created_at, id')
    .pluck()
    .all()
    .flatMap((id) => {
      const promise = readPromise(store, id);
      if (!promise) return [];
      const { people, ...rest } = promise;
      return [{ ...rest, personIds: people.map((person) => person.id) }];
    });
}
