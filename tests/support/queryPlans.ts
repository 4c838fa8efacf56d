import type { Store } from '../../src/main/journal/store/openStore.ts';

/** A statement that was prepared, and how SQLite means to run it. */
export interface RecordedPlan {
  readonly sql: string;
  /** The lines of `EXPLAIN QUERY PLAN`. */
  readonly plan: string;
}

/**
 * The plans of the statements that are prepared on `db` while `run` runs. Statements that were prepared before are kept
 * by their functions and not seen again: begin with a fresh journal.
 */
export async function recordPlans(db: Store, run: () => unknown): Promise<readonly RecordedPlan[]> {
  const seen = new Set<string>();
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    seen.add(sql);
    return prepare(sql);
  }) as typeof db.prepare;
  try {
    await run();
  } finally {
    db.prepare = prepare as typeof db.prepare;
  }
  return [...seen].map((sql) => ({ sql, plan: planOf(db, sql) }));
}

/** How SQLite means to run `sql`, whatever its parameters. */
function planOf(db: Store, sql: string): string {
  const explain = db.prepare<(object | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
  const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => name as string);
  const marks = sql.replace(/'[^']*'/g, '').split('?').length - 1;
  const parameters =
    names.length > 0
      ? [Object.fromEntries(names.map((name) => [name, 1]))]
      : Array.from({ length: marks }, () => 1);
  return explain
    .all(...parameters)
    .map(({ detail }) => detail)
    .join('\n');
}
