import type { JournalOutput } from '../../../shared/contract/index.ts';
import { foldTag } from '../../../shared/rules/tags.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

interface TagSqlRow {
  readonly name: string;
  readonly entry_count: number;
}

/** The tags that begin like `text`, with or without its `#`, most used first. Tags that nothing has any more are left out. */
export function suggestTags(store: Store, text: string, limit: number): JournalOutput<'tags.suggest'> {
  const start = foldTag(text.trim().replace(/^#/, ''));
  const rows = start === '' ? mostUsed(store, limit) : startingWith(store, start, limit);
  return rows.map(({ name, entry_count }) => ({ tag: name, entryCount: entry_count }));
}

function mostUsed(store: Store, limit: number): readonly TagSqlRow[] {
  return statement<[number], TagSqlRow>(
    store,
    'SELECT name, entry_count FROM tag WHERE entry_count > 0 ORDER BY entry_count DESC LIMIT ?',
  ).all(limit);
}

function startingWith(store: Store, start: string, limit: number): readonly TagSqlRow[] {
  // The tags that begin with `start` are those from it up to it followed by the last character of all.
  return statement<[string, string, number], TagSqlRow>(
    store,
    `SELECT name, entry_count FROM tag INDEXED BY sqlite_autoindex_tag_1
     WHERE folded >= ? AND folded < ? AND entry_count > 0
     ORDER BY entry_count DESC, folded LIMIT ?`,
  ).all(start, `${start}\u{10ffff}`, limit);
}
