import { useCallback } from 'react';
import { KithError } from '../../shared/contract/errors.ts';
import type { PersonName } from '../../shared/models/person.ts';
import { undoLast } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import { showToast } from '../ui/toasts.ts';
import type { Rings } from './ringLayout.ts';

/** Moves somebody to another circle, or to none, says so, and offers undo. */
export function useMovePerson(rings: Rings) {
  return useCallback(
    async ({ id, name }: Pick<PersonName, 'id' | 'name'>, _from: string, to: string | null) => {
      const circle = rings.find((ring) => ring.id === to)?.name;
      try {
        await askJournal('people.update', { id, person: { circleId: to } });
        showToast({
          message: circle === undefined ? `${name} is in no circle now.` : `${name} is in “${circle}” now.`,
          action: { label: 'Undo', onPress: () => void undoLast() },
          isUndo: true,
        });
      } catch (error) {
        if (!(error instanceof KithError)) throw error;
        showToast({ message: error.message });
      }
    },
    [rings],
  );
}
