import { useMemo, useRef, useState } from 'react';
import { capitalise } from '../../shared/rules/sayCounts.ts';
import { sayLastTalk } from '../people/personTimes.ts';
import { DotMenu } from './DotMenu.tsx';
import { RingDot } from './RingDot.tsx';
import styles from './RingsPicture.module.css';
import { type PlacedPerson, type PlacedRing, placeRings, type Rings } from './ringLayout.ts';
import { sayDrift } from './sayDrift.ts';
import { useDotKeys } from './useDotKeys.ts';
import { useDragDot } from './useDragDot.ts';
import { useMovePerson } from './useMovePerson.ts';

export interface RingsPictureProps {
  readonly rings: Rings;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** Rings round “you”, and everybody on theirs or on their way out of it. */
export function RingsPicture({ rings, today }: RingsPictureProps) {
  const { rings: placed, people } = useMemo(() => placeRings(rings, today), [rings, today]);
  const picture = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState<{ readonly of: PlacedPerson; readonly dot: HTMLElement } | null>(null);
  const move = useMovePerson(rings);
  const drag = useDragDot(picture, placed, move);
  const keys = useDotKeys(picture);
  return (
    <section
      ref={picture}
      aria-label="Circles"
      className={styles['picture']}
      onKeyDown={keys.onKeyDown}
      data-dragging={drag.dragged === null ? undefined : ''}
    >
      <RingLines rings={placed} over={drag.over} />
      <span aria-hidden="true" className={styles['you']}>
        you
      </span>
      {people.map((one) => (
        <RingDot
          key={one.person.id}
          placed={one}
          label={sayDot(one, placed, today)}
          isFirst={one === people[0]}
          offset={drag.dragged === one.person.id ? drag.offset : null}
          onPress={(dot) => setAsked({ of: one, dot })}
          onDragStart={drag.start}
        />
      ))}
      {asked && (
        <DotMenu
          placed={asked.of}
          dot={asked.dot}
          rings={placed}
          onMove={move}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function RingLines({
  rings,
  over,
}: {
  readonly rings: readonly PlacedRing[];
  readonly over: string | undefined;
}) {
  return (
    <svg aria-hidden="true" viewBox="-1 -1 2 2" className={styles['lines']}>
      {rings.map(({ circleId, radius, name }) => (
        <g key={circleId} data-over={circleId === over ? '' : undefined}>
          <circle r={radius} className={styles['line']} />
          <text y={-radius} dy="-0.012" className={styles['name']}>
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}

function sayDot({ person, circleId }: PlacedPerson, rings: readonly PlacedRing[], today: string): string {
  const circle = rings.find((ring) => ring.circleId === circleId)?.name ?? '';
  const talk = sayLastTalk({ lastTalk: person.lastTalk, lastMention: null }, today);
  return `${person.name}, ${circle}, ${sayDrift(person, today)}. ${capitalise(`last talk: ${talk}`)}`;
}
