import { memo, type PointerEvent } from 'react';
import { callName } from '../../shared/models/person.ts';
import { initialsOf, tintClass } from '../ui/Avatar.tsx';
import { classes } from '../ui/classes.ts';
import styles from './RingDot.module.css';
import type { PlacedPerson } from './ringLayout.ts';

export interface RingDotProps {
  readonly placed: PlacedPerson;
  /** All that the picture says of them, in words. */
  readonly label: string;
  /** Where the tabulator key arrives first; the arrow keys go on from there. */
  readonly isFirst: boolean;
  /** How far it has been dragged, in pixels; null while it is not. */
  readonly offset: { readonly x: number; readonly y: number } | null;
  readonly onPress: (dot: HTMLElement) => void;
  readonly onDragStart: (placed: PlacedPerson, event: PointerEvent<HTMLElement>) => void;
}

/** From this size on, of the picture's half, letters can be read. */
const WITH_LETTERS = 0.05;
const LATE = 1;

/** Somebody on a ring. */
export const RingDot = memo(function RingDot(props: RingDotProps) {
  const { placed, label, isFirst, offset, onPress, onDragStart } = props;
  const { person, x, y, size, drift } = placed;
  return (
    <button
      type="button"
      aria-label={label}
      aria-haspopup="menu"
      tabIndex={isFirst ? 0 : -1}
      data-dot={person.id}
      className={classes(
        styles['dot'],
        tintClass(person.id),
        drift !== null && drift > LATE && styles['late'],
        drift === null && styles['hollow'],
        offset !== null && styles['held'],
      )}
      style={{
        left: `${50 + x * 50}%`,
        top: `${50 + y * 50}%`,
        width: `${size * 50}%`,
        ...(offset === null ? {} : { transform: `translate(${offset.x}px, ${offset.y}px)` }),
      }}
      onPointerDown={(event) => onDragStart(placed, event)}
      onClick={(event) => onPress(event.currentTarget)}
    >
      {size >= WITH_LETTERS && (
        <span aria-hidden="true" className={styles['letters']}>
          {initialsOf(person.name)}
        </span>
      )}
      <bdi aria-hidden="true" className={styles['tip']}>
        {callName(person)}
      </bdi>
    </button>
  );
});
