import { useCallback } from 'react';
import type { PersonName } from '../../shared/models/person.ts';
import { tellingUndoable } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import type { Rings } from './ringLayout.ts';

/** Moves somebody to another circle, or to none, says so, and offers undo. */
export function useMovePerson(rings: Rings) {
  return useCallback(
    ({ id, name }: Pick<PersonName, 'id' | 'name'>, to: string | null) => {
      const circle = rings.find((ring) => ring.id === to)?.name;
      return tellingUndoable(
        circle === undefined ? `${name} is in no circle now.` : `${name} is in “${circle}” now.`,
        () => askJournal('people.update', { id, person: { circleId: to } }),
      );
    },
    [rings],
  );
}
