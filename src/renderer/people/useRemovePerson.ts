import { useCallback } from 'react';
import { KithError } from '../../shared/contract/errors.ts';
import type { PersonName } from '../../shared/models/person.ts';
import { askJournal } from '../journal-client/index.ts';
import { showToast } from '../ui/toasts.ts';

/** Deletes a person and offers undo. Resolves to whether they were deleted; why not has been said. */
export function useRemovePerson(): (person: Pick<PersonName, 'id' | 'name'>) => Promise<boolean> {
  return useCallback(async ({ id, name }) => {
    try {
      const { trashId } = await askJournal('people.remove', { id });
      showToast({
        message: `${name} was deleted. What you wrote about them stays.`,
        action: { label: 'Undo', onPress: () => void restore(trashId) },
        isUndo: true,
      });
      return true;
    } catch (error) {
      sayError(error);
      return false;
    }
  }, []);
}

async function restore(trashId: string): Promise<void> {
  try {
    await askJournal('trash.restore', { trashId });
  } catch (error) {
    sayError(error);
  }
}

/** Says an expected failure to the user; anything else is a bug, and goes on its way. */
export function sayError(error: unknown): void {
  if (!(error instanceof KithError)) throw error;
  showToast({ message: error.message });
}
