import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { addRow, changeRow, type FieldRow, moveRow, removeRow } from './fieldRows.ts';
import styles from './PersonForm.module.css';
import { RowTools } from './RowTools.tsx';

export interface FieldListProps<T> {
  readonly legend: string;
  /** Keep it for screen readers only, where the place says what is meant. */
  readonly hideLegend?: boolean;
  readonly addLabel: string;
  readonly rows: readonly FieldRow<T>[];
  readonly onChange: (rows: readonly FieldRow<T>[]) => void;
  readonly empty: T;
  /** What a line holds, in a few words, for its buttons to say. */
  readonly describe: (value: T, index: number) => string;
  readonly children: (value: T, change: (value: T) => void, row: FieldRow<T>) => ReactNode;
}

/** Lines of one kind in a form: added, taken out, and put in order. Focus follows what was done. */
export function FieldList<T>(props: FieldListProps<T>) {
  const { legend, hideLegend = false, addLabel, rows, onChange, empty, describe, children } = props;
  const list = useRef<HTMLFieldSetElement>(null);
  const focusAfter = useRef<'added' | 'removed' | null>(null);

  useEffect(() => {
    const wanted = focusAfter.current;
    focusAfter.current = null;
    if (wanted === 'removed' || (wanted === 'added' && rows.length === 0)) {
      list.current?.querySelector<HTMLElement>('[data-add]')?.focus();
    } else if (wanted === 'added') {
      lastOf(list.current?.querySelectorAll<HTMLElement>('[data-row]'))?.querySelector('input')?.focus();
    }
  }, [rows]);

  return (
    <fieldset ref={list} className={styles['list']}>
      <legend className={hideLegend ? 'visually-hidden' : styles['legend']}>{legend}</legend>
      {rows.map((row, index) => (
        <div key={row.key} data-row className={styles['line']}>
          {children(row.value, (value) => onChange(changeRow(rows, row.key, value)), row)}
          <RowTools
            what={describe(row.value, index)}
            isFirst={index === 0}
            isLast={index === rows.length - 1}
            onMove={(by) => onChange(moveRow(rows, row.key, by))}
            onRemove={() => {
              focusAfter.current = 'removed';
              onChange(removeRow(rows, row.key));
            }}
          />
        </div>
      ))}
      <Button
        variant="plain"
        size="s"
        icon="plus"
        className={styles['add'] ?? ''}
        data-add
        onPress={() => {
          focusAfter.current = 'added';
          onChange(addRow(rows, empty));
        }}
      >
        {addLabel}
      </Button>
    </fieldset>
  );
}

function lastOf<E extends HTMLElement>(elements: NodeListOf<E> | undefined): E | undefined {
  return elements === undefined ? undefined : elements[elements.length - 1];
}
