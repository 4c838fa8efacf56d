import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { classes } from './classes.ts';
import styles from './VirtualList.module.css';

/** How a page moves its list. */
export interface VirtualListHandle {
  readonly scrollToIndex: (index: number, align?: 'start' | 'center' | 'end' | 'auto') => void;
  /** Shows the row and puts focus on the first thing in it that takes focus. */
  readonly focusIndex: (index: number) => void;
  readonly element: () => HTMLElement | null;
}

export interface VirtualListProps<T> {
  readonly items: readonly T[];
  /** Must be unique and stay the same for an item wherever it moves: places and heights are remembered by it. */
  readonly keyOf: (item: T, index: number) => string;
  /** A guess at the height of a row in pixels, until it has been measured. */
  readonly estimateSize: (item: T, index: number) => number;
  readonly children: (item: T, index: number) => ReactNode;
  /** Names the list for screen readers. */
  readonly label: string;
  /** How many there are in all, if that is known and more than are in `items`. */
  readonly total?: number;
  /** Called when the first or the last rows come near, to bring more. May be called often: ignore it while busy. */
  readonly onReachStart?: (() => void) | undefined;
  readonly onReachEnd?: (() => void) | undefined;
  /** Scrolls with the rows, above the first and below the last. */
  readonly header?: ReactNode;
  readonly footer?: ReactNode;
  readonly initialIndex?: number;
  readonly ref?: Ref<VirtualListHandle>;
  readonly className?: string;
  /** A column as wide as a line is good to read, or all there is. */
  readonly width?: 'reading' | 'wide' | 'full';
}

/** From how many rows before an end `onReachStart` and `onReachEnd` are called. */
const NEAR_ROWS = 12;

/**
 * A list of any length, of which only what is seen exists. Rows may have any height. Rows that are put in front leave
 * what is being read where it is, and the row that has focus stays alive when it is scrolled away.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const {
    items,
    keyOf,
    estimateSize,
    children,
    label,
    total,
    header,
    footer,
    className,
    width = 'full',
  } = props;
  const scroller = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const focused = useRef<string | null>(null);
  const [headerBox, headerHeight] = useHeight();
  const keyAt = (index: number) => {
    const item = items[index];
    return item === undefined ? `missing-${index}` : keyOf(item, index);
  };

  const rangeExtractor = useCallback(
    (range: Range) => {
      const seen = defaultRangeExtractor(range);
      const kept = focused.current === null ? -1 : indexOfKey(items, keyOf, focused.current, seen);
      return kept < 0 ? seen : [...seen, kept].sort((a, b) => a - b);
    },
    [items, keyOf],
  );

  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const item = items[index];
      return item === undefined ? 0 : estimateSize(item, index);
    },
    getItemKey: keyAt,
    overscan: 6,
    // React 19 paints what scrolling needs in time, and refuses to be hurried while it is at work.
    useFlushSync: false,
    scrollMargin: headerHeight,
    anchorTo: useAnchor(scroller.current, headerHeight, props.onReachStart !== undefined),
    rangeExtractor,
  });

  // A row that is far away exists only once the list has been drawn there.
  const awaited = useRef<number | null>(null);
  const focusAwaited = () => {
    if (awaited.current !== null && focusInRow(list.current, awaited.current)) awaited.current = null;
  };
  useLayoutEffect(focusAwaited);

  useImperativeHandle(props.ref, () => ({
    scrollToIndex: (index, align = 'start') => virtualizer.scrollToIndex(index, { align }),
    focusIndex: (index) => {
      awaited.current = index;
      virtualizer.scrollToIndex(index, { align: 'auto' });
      focusAwaited();
    },
    element: () => scroller.current,
  }));

  const { initialIndex } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the list begins.
  useEffect(() => {
    if (initialIndex !== undefined && initialIndex > 0) {
      virtualizer.scrollToIndex(initialIndex, { align: 'start' });
    }
  }, []);

  const rows = virtualizer.getVirtualItems();
  useReach(rows[0]?.index, rows.at(-1)?.index, items.length, props.onReachStart, props.onReachEnd);

  return (
    <section
      ref={scroller}
      className={classes(styles['scroller'], className)}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <div className={classes(styles['column'], styles[width])}>
        {header && <div ref={headerBox}>{header}</div>}
        <ol
          ref={list}
          aria-label={label}
          className={styles['list']}
          style={{ height: virtualizer.getTotalSize() }}
          onFocus={(event) => {
            focused.current = rowOf(event.target)?.dataset['key'] ?? null;
          }}
          onBlur={() => {
            focused.current = null;
          }}
        >
          {rows.map((row) => {
            const item = items[row.index];
            return item === undefined ? null : (
              <li
                key={row.key}
                ref={virtualizer.measureElement}
                data-index={row.index}
                data-key={row.key}
                aria-posinset={row.index + 1}
                aria-setsize={total ?? (props.onReachEnd ? -1 : items.length)}
                className={styles['row']}
                style={{ transform: `translateY(${row.start - headerHeight}px)` }}
              >
                {children(item, row.index)}
              </li>
            );
          })}
        </ol>
        {footer}
      </div>
    </section>
  );
}

/**
 * Rows that are put in front leave what is being read where it is (`end`), except at the very top of the list, where
 * what is new should be seen.
 */
function useAnchor(
  scroller: HTMLElement | null,
  headerHeight: number,
  hasMoreBefore: boolean,
): 'start' | 'end' {
  const hadMoreBefore = useRef(hasMoreBefore);
  const isScrolled = (scroller?.scrollTop ?? 0) > headerHeight;
  const anchor = isScrolled || hadMoreBefore.current ? 'end' : 'start';
  useEffect(() => {
    hadMoreBefore.current = hasMoreBefore;
  });
  return anchor;
}

/** A ref for an element and its height in pixels as it changes. */
function useHeight(): [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    if (!element) {
      setHeight(0);
      return;
    }
    const measure = () => setHeight(element.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, height];
}

function rowOf(target: EventTarget): HTMLElement | null {
  return target instanceof HTMLElement ? target.closest<HTMLElement>('[data-key]') : null;
}

/** Focuses the first thing in a row that takes focus. False while there is no such row. */
function focusInRow(list: HTMLElement | null, index: number): boolean {
  const row = list?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  row?.querySelector<HTMLElement>('a[href], button, [tabindex="0"]')?.focus();
  return Boolean(row);
}

/** Where the row with `key` is, or -1 if it is gone or among `seen` anyway. */
function indexOfKey<T>(
  items: readonly T[],
  keyOf: (item: T, index: number) => string,
  key: string,
  seen: readonly number[],
): number {
  if (seen.some((index) => items[index] !== undefined && keyOf(items[index], index) === key)) return -1;
  return items.findIndex((item, index) => keyOf(item, index) === key);
}

function useReach(
  first: number | undefined,
  last: number | undefined,
  count: number,
  onReachStart: (() => void) | undefined,
  onReachEnd: (() => void) | undefined,
): void {
  const nearStart = first !== undefined && first < NEAR_ROWS;
  const nearEnd = last !== undefined && last >= count - NEAR_ROWS;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the rows changed.
  useEffect(() => {
    if (nearStart) onReachStart?.();
  }, [nearStart, count, onReachStart]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the rows changed.
  useEffect(() => {
    if (nearEnd) onReachEnd?.();
  }, [nearEnd, count, onReachEnd]);
}
