// biome-ignore-all lint/a11y/useSemanticElements: a virtual list can’t be a <table>, whose rows must all exist.
// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus, their cells do not.
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { PersonRow } from '../../shared/models/person.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './PeopleGrid.module.css';
import { PeopleGridRow } from './PeopleGridRow.tsx';
import type { PeopleQuery, PeopleSort } from './peopleAddress.ts';
import { type GridFocus, useGridKeys } from './useGridKeys.ts';

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
  readonly total: number;
  readonly rowAt: (index: number) => PersonRow | undefined;
  readonly query: PeopleQuery;
  readonly today: string;
  readonly circleName: (circleId: string) => string;
  readonly focus: GridFocus;
  readonly onSort: (sort: PeopleSort) => void;
  readonly onVisible: (first: number, last: number) => void;
  readonly onOpen: (row: PersonRow) => void;
  readonly onRemove: (row: PersonRow) => void;
  /** The reader went up from the first row. */
  readonly onLeaveTop: () => void;
}

/**
 * Everybody, as a grid of which only what is seen exists. Follows the WAI-ARIA grid pattern: one stop of the Tab key,
 * arrows between rows, Right for what can be done with a row.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/
 */
export function PeopleGrid(props: PeopleGridProps) {
  const { total, rowAt, query, focus, onVisible } = props;
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
  const [first, last] = [virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0];
  useEffect(() => onVisible(first, last), [first, last, onVisible]);

  const pageRows = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 0) / ROW_HEIGHT) - 1);
  const onKeyDown = useGridKeys({ ...props, active, pageRows, row: rowAt(active) });

  useLayoutEffect(() => {
    if (focus.request === 0) return;
    virtualizer.scrollToIndex(focus.index);
    scroller.current?.querySelector<HTMLElement>(`[data-index="${focus.index}"]`)?.focus();
  }, [focus.request, focus.index, virtualizer]);

  // Another order or another filter is another list: it begins at its beginning.
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when the query changes, though it does not read it.
  useEffect(() => {
    if (!isFirst.current) virtualizer.scrollToOffset(0);
    isFirst.current = false;
  }, [query.text, query.circleId, query.sort, query.descending]);

  return (
    <div
      role="grid"
      aria-label="People"
      aria-rowcount={total + 1}
      aria-colcount={5}
      className={styles['grid']}
    >
      <HeadRow query={query} onSort={props.onSort} />
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
              onFocus={() => focus.note(item.index)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function withRow(range: number[], index: number, total: number): number[] {
  if (index >= total || range.includes(index)) return range;
  return [...range, index].sort((a, b) => a - b);
}

function HeadRow({ query, onSort }: Pick<PeopleGridProps, 'query' | 'onSort'>) {
  // While a name is typed, the best match comes first, whatever the columns say.
  const isSorted = query.text.trim() === '';
  return (
    <div role="rowgroup">
      <div role="row" aria-rowindex={1} className={classes(styles['row'], styles['head'])}>
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
