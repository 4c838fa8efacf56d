// biome-ignore-all lint/a11y/useSemanticElements: a virtual list can’t be a <table>, whose rows must all exist.
// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus, their cells do not.
import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';
import type { PersonRow } from '../../shared/models/person.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './PeopleGrid.module.css';
import { PeopleGridRow } from './PeopleGridRow.tsx';
import { type PeopleQuery, type PeopleSort, peopleHref } from './peopleAddress.ts';
import type { Chosen } from './useChosen.ts';
import { type GridFocus, useGridKeys } from './useGridKeys.ts';
import { type PeopleList, useRowsOf } from './usePeopleList.ts';

/** As tall as `.row` in PeopleGrid.module.css. Every row is, so that the list knows its length before it is read. */
const ROW_HEIGHT = 56;
const OVERSCAN = 10;
/** Until the window has been measured. */
const FIRST_RECT = { width: 800, height: 600 };

const columns: readonly { readonly sort: PeopleSort; readonly label: string }[] = [
  { sort: 'name', label: 'Name' },
  { sort: 'circle', label: 'Circle' },
  { sort: 'lastTalk', label: 'Last talk' },
  { sort: 'next', label: 'Next' },
];

export interface PeopleGridProps {
  readonly list: PeopleList;
  readonly today: string;
  readonly circleName: (circleId: string) => string;
  readonly focus: GridFocus;
  readonly onSort: (sort: PeopleSort) => void;
  /** These two should stay the same functions, so that rows need not be drawn anew. */
  readonly onOpen: (row: PersonRow, index: number) => void;
  readonly onRemove: (row: PersonRow) => void;
  readonly chosen: Chosen;
  readonly onRemoveChosen: () => void;
  /** The reader went up from the first row. */
  readonly onLeaveTop: () => void;
}

/**
 * Everybody, as a grid of which only what is seen exists. Follows the WAI-ARIA grid pattern: one stop of the Tab key,
 * arrows between rows, Right for what can be done with a row.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function PeopleGrid(props: PeopleGridProps) {
  const { list, focus, chosen } = props;
  const { total = 0, shown } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const active = Math.min(focus.index, Math.max(0, total - 1));
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialRect: FIRST_RECT,
    // The row that has focus must exist even when it is scrolled out of sight, or focus would be lost.
    rangeExtractor: (range: Range) => withRow(defaultRangeExtractor(range), active, total),
  });
  const items = virtualizer.getVirtualItems();
  const rowAt = useRowsOf(list, virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0);

  const pageRows = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / ROW_HEIGHT) - 1);
  const onKeyDown = useGridKeys({ ...props, total, active, pageRows, row: rowAt(active), rowAt });

  useLayoutEffect(() => {
    if (focus.request === 0) return;
    virtualizer.scrollToIndex(focus.index);
    scroller.current?.querySelector<HTMLElement>(`[data-index="${focus.index}"]`)?.focus();
  }, [focus.request, focus.index, virtualizer]);

  useListStart(virtualizer, shown, focus.index);

  return (
    <div
      role="grid"
      aria-label="People"
      aria-rowcount={total + 1}
      aria-colcount={6}
      aria-multiselectable="true"
      className={styles['grid']}
    >
      <HeadRow query={shown} onSort={props.onSort} />
      <div ref={scroller} role="rowgroup" className={styles['scroller']} onKeyDown={onKeyDown}>
        <div role="presentation" className={styles['length']} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => (
            <PeopleGridRow
              key={item.key}
              row={rowAt(item.index)}
              index={item.index}
              top={item.start}
              isActive={item.index === active}
              today={props.today}
              circleName={props.circleName}
              onOpen={props.onOpen}
              onRemove={props.onRemove}
              onFocus={focus.note}
              isChosen={chosen.ids.has(rowAt(item.index)?.id ?? '')}
              isChoosing={chosen.ids.size > 0}
              onChoose={chosen.choose}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Another order or another filter is another list, and begins at its beginning; this one, where it was left. */
function useListStart(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  shown: PeopleQuery,
  leftAt: number,
): void {
  const list = peopleHref(shown);
  const before = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it was left matters once only.
  useLayoutEffect(() => {
    if (before.current !== null) virtualizer.scrollToOffset(0);
    else if (leftAt > 0) virtualizer.scrollToIndex(leftAt, { align: 'center' });
    before.current = list;
  }, [list]);
}

function withRow(range: number[], index: number, total: number): number[] {
  if (index >= total || range.includes(index)) return range;
  return [...range, index].sort((a, b) => a - b);
}

function HeadRow({ query, onSort }: Pick<PeopleGridProps, 'onSort'> & { readonly query: PeopleQuery }) {
  // While a name is typed, the best match comes first, whatever the columns say.
  const isSorted = query.text.trim() === '';
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={classes(styles['row'], styles['head'])}>
        <div role="columnheader" className={styles['cell']}>
          <span className="visually-hidden">Chosen</span>
        </div>
        {columns.map(({ sort, label }) => {
          const direction =
            isSorted && query.sort === sort ? (query.descending ? 'descending' : 'ascending') : 'none';
          return (
            <div key={sort} role="columnheader" aria-sort={direction} className={styles['cell']}>
              <button type="button" className={styles['sort']} onClick={() => onSort(sort)}>
                {label}
                {direction !== 'none' && (
                  <Icon name={query.descending ? 'chevronDown' : 'chevronUp'} size={14} />
                )}
              </button>
            </div>
          );
        })}
        <div role="columnheader" className={styles['cell']}>
          <span className="visually-hidden">What you can do</span>
        </div>
      </div>
    </div>
  );
}
