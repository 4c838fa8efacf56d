import { type KeyboardEvent, type Ref, useLayoutEffect, useRef } from 'react';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './QueryField.module.css';
import type { QueryPartKind, QuerySegment } from './queryColours.ts';

const partClasses: Readonly<Record<QueryPartKind, string | undefined>> = {
  word: undefined,
  phrase: styles['phrase'],
  filter: styles['filter'],
  unknownFilter: styles['unknown'],
  operator: styles['operator'],
};

export interface QueryFieldProps {
  readonly text: string;
  readonly segments: readonly QuerySegment[];
  readonly onChange: (text: string, caret: number) => void;
  readonly onCaret: (caret: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
  readonly onClear: () => void;
  /** The list that the arrows move through, and the option that they are at. */
  readonly listId: string;
  readonly activeId: string | undefined;
  readonly isExpanded: boolean;
  readonly inputRef: Ref<HTMLInputElement>;
  /** Told how far the letters at `markAt` are from the field's left edge, in pixels, for a list to stand below them. */
  readonly markAt: number | null;
  readonly onMark: (left: number) => void;
}

/**
 * One line to type a search into. Its parts are coloured by a copy of the text that lies behind it, letter on letter:
 * the field itself stays a plain input, so that typing, composing and undoing work as everywhere.
 */
export function QueryField(props: QueryFieldProps) {
  const { text, segments, onChange, onCaret, markAt, onMark } = props;
  const behind = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const mark = behind.current?.querySelector('[data-mark]');
    if (!mark || !field.current) return;
    onMark(mark.getBoundingClientRect().left - field.current.getBoundingClientRect().left);
  });

  const scrollAlong = (input: HTMLInputElement) => {
    if (behind.current) behind.current.scrollLeft = input.scrollLeft;
  };

  return (
    <div ref={field} className={styles['field']}>
      <span className={styles['glass']}>
        <Icon name="search" size={22} />
      </span>
      <div ref={behind} aria-hidden="true" dir="auto" className={styles['behind']}>
        {segments.map((segment) => (
          <Segment key={segment.from} segment={segment} markAt={markAt} />
        ))}
        {markAt === text.length && <span data-mark />}
      </div>
      <input
        ref={props.inputRef}
        type="text"
        role="combobox"
        aria-label="Search"
        aria-autocomplete="list"
        aria-expanded={props.isExpanded}
        aria-controls={props.listId}
        aria-activedescendant={props.activeId}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        dir="auto"
        maxLength={2000}
        placeholder="A word, a name, with: channel: after:"
        className={styles['input']}
        value={text}
        onChange={(event) =>
          onChange(event.target.value, event.target.selectionStart ?? event.target.value.length)
        }
        onSelect={(event) => {
          onCaret(event.currentTarget.selectionStart ?? 0);
          scrollAlong(event.currentTarget);
        }}
        onScroll={(event) => scrollAlong(event.currentTarget)}
        onKeyDown={props.onKeyDown}
        onBlur={props.onBlur}
      />
      {text !== '' && (
        <IconButton
          label="Clear the search"
          icon="close"
          size="s"
          className={styles['clear'] ?? ''}
          onPress={props.onClear}
        />
      )}
    </div>
  );
}

function Segment({ segment, markAt }: { readonly segment: QuerySegment; readonly markAt: number | null }) {
  const { text, kind, from } = segment;
  const look = kind === null ? undefined : partClasses[kind];
  if (markAt === null || markAt < from || markAt >= from + text.length)
    return <span className={look}>{text}</span>;
  return (
    <span className={look}>
      {text.slice(0, markAt - from)}
      <span data-mark />
      {text.slice(markAt - from)}
    </span>
  );
}
