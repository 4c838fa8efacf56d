import { useState } from 'react';
import type { Circle } from '../../shared/models/circle.ts';
import { sayCount } from '../../shared/rules/sayCounts.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Select } from '../ui/Select.tsx';

/** Stands for “no circle”, which a select cannot hold as `null`. */
const NONE = '';

export interface RemoveCircleProps {
  readonly circle: Circle & { readonly peopleCount: number };
  readonly others: readonly Circle[];
  readonly onRemove: (moveTo: string | null) => void;
  readonly onClose: () => void;
}

/** Asks where the people of a circle go that is to be deleted. */
export function RemoveCircle({ circle, others, onRemove, onClose }: RemoveCircleProps) {
  const [moveTo, setMoveTo] = useState(NONE);
  return (
    <ConfirmDialog
      title={`Delete “${circle.name}”`}
      isOpen
      danger
      confirmLabel="Delete it"
      onConfirm={() => onRemove(moveTo === NONE ? null : moveTo)}
      onClose={onClose}
    >
      <p>
        {circle.peopleCount === 1 ? 'One person is' : `${sayCount(circle.peopleCount, '', 'people')} are`} in
        it. You can undo this.
      </p>
      <Select
        label="They go to"
        value={moveTo}
        onChange={setMoveTo}
        options={[
          { value: NONE, label: 'No circle' },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </ConfirmDialog>
  );
}
