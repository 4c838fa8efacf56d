import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { callName, type PersonName } from '../../../shared/models/person.ts';
import { useJournal } from '../../journal-client/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { askToRemember } from './askToRemember.ts';
import styles from './RememberBar.module.css';
import type { SettledWords } from './useSelectedWords.ts';

/** As many of an entry's people have a button of their own. */
const MOST_PEOPLE = 3;
const GAP = 8;

/** A small bar under selected words of an entry: “Remember this about …”, and whom. */
export function RememberBar({ selected }: { readonly selected: SettledWords }) {
  const { data: entry } = useJournal('entries.get', { id: selected.entryId });
  const bar = useRef<HTMLDivElement>(null);
  const place = usePlace(bar, selected, entry?.people.length ?? 0);
  const people = namedFirst(entry?.people ?? [], selected.personIds).slice(0, MOST_PEOPLE);
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Remember the selected words"
      className={styles['bar']}
      style={place}
      // A press must not take the selection away.
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className={styles['words']}>
        <Icon name="note" size={15} />
        Remember this about
      </span>
      {people.map((person) => (
        <Button
          key={person.id}
          className={styles['person'] ?? ''}
          onPress={() => askToRemember(person.id)}
          preventFocusOnPress
        >
          {callName(person)}
        </Button>
      ))}
      <Button className={styles['other'] ?? ''} onPress={() => askToRemember()} preventFocusOnPress>
        {people.length === 0 ? 'somebody …' : 'somebody else …'}
      </Button>
    </div>
  );
}

/** Those whom the words name, then the others in their order. */
function namedFirst(people: readonly PersonName[], named: readonly string[]): readonly PersonName[] {
  const isNamed = ({ id }: PersonName) => named.includes(id);
  return [...people.filter(isNamed), ...people.filter((person) => !isNamed(person))];
}

/** Below the end of the words, or above it where there is no room; always within the window. */
function usePlace(
  bar: React.RefObject<HTMLDivElement | null>,
  { end }: SettledWords,
  peopleCount: number,
): CSSProperties {
  const [size, setSize] = useState({ width: 0, height: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of people makes another width.
  useLayoutEffect(() => {
    const box = bar.current?.getBoundingClientRect();
    if (box) setSize({ width: box.width, height: box.height });
  }, [bar, peopleCount]);
  const below = end.bottom + GAP;
  const top = below + size.height > innerHeight - GAP ? end.top - GAP - size.height : below;
  const left = Math.min(Math.max(GAP, end.right - size.width / 2), innerWidth - size.width - GAP);
  return { top: Math.max(GAP, top), left: Math.max(GAP, left) };
}
