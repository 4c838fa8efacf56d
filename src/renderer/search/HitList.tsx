// biome-ignore-all lint/a11y/useFocusableInteractive: the field keeps the focus and points here.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field hears the keys.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { classes } from '../ui/classes.ts';
import { EntryHitView } from './EntryHitView.tsx';
import styles from './HitList.module.css';
import type { Hit, HitRow } from './hitRows.ts';
import { PersonHitView } from './PersonHitView.tsx';

/** Guesses in pixels until a row has been measured. */
const HEADING_HEIGHT = 44;
const PERSON_HEIGHT = 60;
const ENTRY_HEIGHT = 96;
const OVERSCAN = 8;
/** From how many rows before the end more are read. */
const NEAR_END = 15;
/** Until the window has been measured. */
const FIRST_RECT = { width: 800, height: 600 };

export interface HitListProps {
  readonly id: string;
  readonly rows: readonly HitRow[];
  readonly hitCount: number;
  readonly selected: number | null;
  /** Changes when the list answers something else, and so begins at its top again. */
  readonly question: string;
  readonly onOpen: (hit: Hit) => void;
  readonly onNearEnd: () => void;
}

/** The id of a hit, for `aria-activedescendant`. */
export function hitOptionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** Everything that was found. The field keeps the focus and points at the selected hit. */
export function HitList({ id, rows, hitCount, selected, question, onOpen, onNearEnd }: HitListProps) {
  const scroller = useRef<HTMLElement>(null);
  const selectedRow = rows.findIndex((row) => row.kind === 'hit' && row.index === selected);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => guessHeight(rows[at]),
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan: OVERSCAN,
    initialRect: FIRST_RECT,
    // React 19 does not like to be told to render while it does.
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const [gutter, setGutter] = useState(0);
  useLayoutEffect(() => {
    if (scroller.current) setGutter((scroller.current.offsetWidth - scroller.current.clientWidth) / 2);
  }, []);
  const lastSeen = items.at(-1)?.index ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the question changes, though it does not read it.
  useEffect(() => virtualizer.scrollToOffset(0), [question]);
  useEffect(() => {
    if (selectedRow < 0) return;
    // The heading above the first hit comes into sight with it.
    virtualizer.scrollToIndex(selectedRow === 1 ? 0 : selectedRow, { align: 'auto' });
  }, [selectedRow, virtualizer]);
  useEffect(() => {
    if (lastSeen >= rows.length - NEAR_END) onNearEnd();
  }, [lastSeen, rows.length, onNearEnd]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section ref={scroller} aria-label="Results" tabIndex={0} className={styles['scroller']}>
      <div className={styles['column']} style={{ '--gutter': `${gutter}px` } as CSSProperties}>
        <div
          id={id}
          role="listbox"
          aria-label="Found"
          className={styles['list']}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                role="presentation"
                className={styles['place']}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row.kind === 'heading' ? (
                  <div role="presentation" className={styles['heading']}>
                    {row.words}
                  </div>
                ) : (
                  <HitOption
                    id={hitOptionId(id, row.index)}
                    row={row}
                    hitCount={hitCount}
                    isSelected={row.index === selected}
                    onOpen={onOpen}
                  />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

interface HitOptionProps {
  readonly id: string;
  readonly row: Extract<HitRow, { kind: 'hit' }>;
  readonly hitCount: number;
  readonly isSelected: boolean;
  readonly onOpen: (hit: Hit) => void;
}

function HitOption({ id, row, hitCount, isSelected, onOpen }: HitOptionProps) {
  const { hit, index } = row;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      aria-posinset={index + 1}
      aria-setsize={hitCount}
      className={classes(styles['hit'], isSelected && styles['selected'])}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(hit)}
    >
      {hit.kind === 'person' ? <PersonHitView hit={hit.person} /> : <EntryHitView hit={hit.entry} />}
    </div>
  );
}

function guessHeight(row: HitRow | undefined): number {
  if (row === undefined || row.kind === 'heading') return HEADING_HEIGHT;
  return row.hit.kind === 'person' ? PERSON_HEIGHT : ENTRY_HEIGHT;
}
