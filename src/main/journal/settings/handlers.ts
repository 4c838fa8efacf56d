import { type Settings, settingsShape } from '../../../shared/contract/settings.ts';
import type { Handlers, MethodsOf } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

/** What the user chose for how Kith behaves with this journal. */
export const settings: Handlers<MethodsOf<'settings'>> = {
  'settings.get': (context) => readSettings(context.db),
  'settings.update': (context, changes) => {
    context.db.transaction(() => {
      for (const [name, value] of Object.entries(changes)) {
        if (value !== undefined) writeSetting(context.db, name, value);
      }
    })();
    context.changed('setting');
    return null;
  },
};

/** The settings as they are stored. What is missing, or is nothing that this version knows, has its default. */
export function readSettings(store: Store): Settings {
  const rows = statement<[], { name: string; value: string }>(store, 'SELECT name, value FROM setting').all();
  const stored = new Map(rows.map(({ name, value }) => [name, parseJson(value)]));
  const known = Object.entries(settingsShape.shape).flatMap(([name, shape]) => {
    const parsed = shape.safeParse(stored.get(name));
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return settingsShape.parse(Object.fromEntries(known));
}

function writeSetting(store: Store, name: string, value: unknown): void {
  statement(
    store,
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, JSON.stringify(value));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A setting is worth less than an open journal: what cannot be read has its default.
    return undefined;
  }
}
