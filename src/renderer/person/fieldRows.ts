/** One line of a list in a form. `key` stays with the line while it is edited and moved, as React needs. */
export interface FieldRow<T> {
  readonly key: number;
  readonly value: T;
}

type Rows<T> = readonly FieldRow<T>[];

/** Gives every value a line of its own. */
export function toRows<T>(values: readonly T[]): Rows<T> {
  return values.map((value, key) => ({ key, value }));
}

/** Adds a line at the end. */
export function addRow<T>(rows: Rows<T>, value: T): Rows<T> {
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  return [...rows, { key, value }];
}

export function changeRow<T>(rows: Rows<T>, key: number, value: T): Rows<T> {
  return rows.map((row) => (row.key === key ? { key, value } : row));
}

export function removeRow<T>(rows: Rows<T>, key: number): Rows<T> {
  return rows.filter((row) => row.key !== key);
}

/** Moves a line up (`-1`) or down (`1`). At the edge it stays where it is. */
export function moveRow<T>(rows: Rows<T>, key: number, by: -1 | 1): Rows<T> {
  const from = rows.findIndex((row) => row.key === key);
  const moved = rows[from];
  const other = rows[from + by];
  if (moved === undefined || other === undefined) return rows;
  return rows.map((row, i) => (i === from ? other : i === from + by ? moved : row));
}
