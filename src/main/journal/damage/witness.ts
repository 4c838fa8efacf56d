import type { Statement } from 'better-sqlite3';
import { quoteName } from '../backups/contentHash.ts';
import type { Store } from '../store/openStore.ts';
import { isUnreadable } from '../store/storeErrors.ts';
import type { Row, Value } from './readAround.ts';
import type { TableShape } from './tableShape.ts';

/** What an index says of a row: it knows it, it does not, or it cannot be read there or holds too little to say. */
type Word = 'yes' | 'no' | 'cannotRead' | 'cannotSay';

/**
 * Answers whether a row that was found somewhere in the file is one of the table, whose key is one column: a page does
 * not say of which table it is, so the table's indices are asked, each at the one place where the row would stand. None
 * may know otherwise. A unique one must know it; if it cannot be read there, any other.
 */
export function createWitness(from: Store, shape: TableShape): (key: Value, row: Row) => boolean {
  const witnesses = shape.indices.map(({ name, columns, isUnique }) => ({
    isUnique,
    places: columns.map((column) => shape.columns.indexOf(column)),
    known: from
      .prepare<Value[], number>(
        `SELECT 1 FROM ${quoteName(shape.name)} INDEXED BY ${quoteName(name)}
         WHERE ${[...columns, ...shape.key].map((column) => `${quoteName(column)} = ?`).join(' AND ')}`,
      )
      .pluck(),
  }));
  return (key, row) => {
    const said = witnesses.map(({ isUnique, places, known }) => ({
      isUnique,
      word: ask(
        known,
        places.map((place) => row[place] ?? null),
        key,
      ),
    }));
    const isSaid = (word: Word, isUnique: boolean) =>
      said.some((one) => one.word === word && one.isUnique === isUnique);
    if (isSaid('no', true) || isSaid('no', false)) return false;
    return isSaid('yes', true) || (isSaid('cannotRead', true) && isSaid('yes', false));
  };
}

function ask(known: Statement<Value[], number>, values: readonly Value[], key: Value): Word {
  // Where nothing stands, any row would do.
  if (values.includes(null)) return 'cannotSay';
  try {
    return known.get(...values, key) === undefined ? 'no' : 'yes';
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return 'cannotRead';
  }
}
