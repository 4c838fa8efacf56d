import { useCallback } from 'react';
import type { PersonName } from '../../shared/models/person.ts';
import { offerBack } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import { telling } from '../ui/telling.ts';

/** Deletes a person and offers undo. Resolves to whether they were deleted; why not has been said. */
export function useRemovePerson(): (person: Pick<PersonName, 'id' | 'name'>) => Promise<boolean> {
  return useCallback(
    ({ id, name }) =>
      telling(async () => {
        const { trashId } = await askJournal('people.remove', { id });
        offerBack(`${name} was deleted. What you wrote about them stays.`, trashId);
      }),
    [],
  );
}
