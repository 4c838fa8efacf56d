import { useState } from 'react';
import type { Circle } from '../../shared/models/circle.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './CircleEditor.module.css';
import { CircleForm } from './CircleForm.tsx';
import { RemoveCircle } from './RemoveCircle.tsx';
import { sayRhythm } from './sayRhythm.ts';
import { useCircleActions } from './useCircleActions.ts';

type Listed = Circle & { readonly peopleCount: number };

export interface CircleEditorProps {
  readonly circles: readonly Listed[];
  readonly onClose: () => void;
}

/** The circles in their order, to be named, measured, moved, added and deleted. Each change holds at once, and can be undone. */
export function CircleEditor({ circles, onClose }: CircleEditorProps) {
  const [open, setOpen] = useState<string | 'new' | null>(null);
  const [leaving, setLeaving] = useState<Listed | null>(null);
  const { move, remove } = useCircleActions(circles);
  return (
    <Dialog
      title="Your circles"
      isOpen
      onClose={onClose}
      size="l"
      actions={
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <p className={styles['about']}>
        Innermost first. A circle says how many people you have time for, and how often you turn to each of
        them: not sooner than the first number of days, not later than the second.
      </p>
      <ol className={styles['list']}>
        {circles.map((circle, at) => (
          <li key={circle.id} className={styles['circle']}>
            {open === circle.id ? (
              <CircleForm circle={circle} onDone={() => setOpen(null)} />
            ) : (
              <div className={styles['row']}>
                <span className={styles['name']}>{circle.name}</span>
                <span className={styles['says']}>{saySize(circle)}</span>
                <span className={styles['tools']}>
                  <IconButton
                    label={`Move “${circle.name}” inwards`}
                    icon="chevronUp"
                    isDisabled={at === 0}
                    onPress={() => void move(circle.id, -1)}
                  />
                  <IconButton
                    label={`Move “${circle.name}” outwards`}
                    icon="chevronDown"
                    isDisabled={at === circles.length - 1}
                    onPress={() => void move(circle.id, 1)}
                  />
                  <IconButton
                    label={`Change “${circle.name}”`}
                    icon="pen"
                    onPress={() => setOpen(circle.id)}
                  />
                  <IconButton
                    label={`Delete “${circle.name}”`}
                    icon="trash"
                    onPress={() =>
                      circle.peopleCount === 0 ? void remove(circle, null) : setLeaving(circle)
                    }
                  />
                </span>
              </div>
            )}
          </li>
        ))}
      </ol>
      {open === 'new' ? (
        <CircleForm circle={null} onDone={() => setOpen(null)} />
      ) : (
        <Button icon="plus" onPress={() => setOpen('new')}>
          Add a circle
        </Button>
      )}
      {leaving && (
        <RemoveCircle
          circle={leaving}
          others={circles.filter((circle) => circle.id !== leaving.id)}
          onRemove={(moveTo) => void remove(leaving, moveTo)}
          onClose={() => setLeaving(null)}
        />
      )}
    </Dialog>
  );
}

function saySize({ size, rhythm }: Circle): string {
  const room = size === null ? 'any number of people' : `${size.toLocaleString('en')} people`;
  return `${room}, ${sayRhythm(rhythm)}`;
}
