import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/main/journal/store/openStore.ts';
import { type JournalMethod, journalContract } from '../../src/shared/contract/index.ts';
import { addEntry, addPerson, closeTestJournals, openTestJournal } from '../support/journal.ts';

afterEach(closeTestJournals);

const methods = (Object.keys(journalContract) as JournalMethod[]).filter(
  (name) => !name.startsWith('vault.') && !name.startsWith('backups.'),
);

/** Everything that is written in the tables that hold records. */
function contentOf(db: Store): unknown {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  return Object.fromEntries(tables.map((name) => [name, db.prepare(`SELECT * FROM ${name}`).all()]));
}

async function openWithContent() {
  const journal = openTestJournal();
  const personId = await addPerson(journal, { circleId: 'close' });
  await addEntry(journal, { body: 'words #tag', people: [{ personId, role: 'with' }] });
  await journal.ask('drafts.save', { slot: 'new', content: 'unsaved' });
  return journal;
}

describe('names that are no methods', () => {
  test.each([
    '',
    'people',
    'people.',
    'people.List',
    'people.list ',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'vault.status',
    'vault.unlock',
  ])('%j is refused as unknown', async (name) => {
    const journal = openTestJournal();
    await expect(journal.askUnchecked(name, {})).rejects.toMatchObject({
      name: 'KithError',
      kind: 'unknownMethod',
    });
  });

  test('any other text is, too', async () => {
    const journal = openTestJournal();
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.anything(), async (name, input) => {
        fc.pre(!Object.hasOwn(journalContract, name));
        await expect(journal.askUnchecked(name, input)).rejects.toMatchObject({ kind: 'unknownMethod' });
      }),
    );
  });
});

describe('inputs of a wrong shape', () => {
  test.each(methods)('%s refuses them as bad input, and changes nothing', async (method) => {
    const journal = await openWithContent();
    const before = contentOf(journal.context.db);
    const told = journal.events.length;
    const { input } = journalContract[method];
    await fc.assert(
      fc.asyncProperty(wrongInput(method), async (wrong) => {
        fc.pre(!input.safeParse(wrong).success);
        const refusal = await journal.askUnchecked(method, wrong).then(
          () => 'answered',
          (error: unknown) => error,
        );
        expect(refusal).toMatchObject({ name: 'KithError', kind: 'badInput' });
        expect((refusal as Error).message).toMatch(/^[A-Z“].*\.$/);
      }),
      { numRuns: 40 },
    );
    expect(contentOf(journal.context.db)).toEqual(before);
    expect(journal.events.length).toBe(told);
  });

  test('the sentence never quotes what came in', async () => {
    const journal = openTestJournal();
    const secret = 'zilpzalp';
    const inputs: readonly (readonly [JournalMethod, unknown])[] = [
      ['entries.get', { id: secret }],
      ['people.list', { sort: secret }],
      ['people.list', { [secret]: 1, text: secret.repeat(100) }],
      ['entries.create', { entry: { day: secret, channel: secret, tags: [`${secret} ${secret}`] } }],
    ];
    for (const [method, input] of inputs) {
      const error = await journal.askUnchecked(method, input).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ kind: 'badInput' });
      expect((error as Error).message).not.toContain(secret);
    }
  });
});

/** Garbage, garbage with the right keys, and right inputs with one thing wrong. */
function wrongInput(method: JournalMethod): fc.Arbitrary<unknown> {
  const shape = (journalContract[method].input as { shape?: Record<string, unknown> }).shape ?? {};
  const keys = Object.keys(shape);
  const withKeys = fc.record(Object.fromEntries(keys.map((key) => [key, hostileValue])), {
    requiredKeys: [],
  });
  return fc.oneof(fc.constantFrom(undefined, null, 0, '', [], 'x', true), fc.anything(), withKeys);
}

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything(),
  fc.constantFrom(
    null,
    -1,
    1.5,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 60,
    'x'.repeat(3000),
    '2026-02-30',
    '25:00',
    "'; DROP TABLE person; --",
    { toString: 'x' },
    ['__proto__'],
    [],
    {},
  ),
);

test('every method of the contract but those of vault and backups is answered, and only those', async () => {
  const { handlers } = await import('../../src/main/journal/handlers.ts');
  expect(Object.keys(handlers).sort()).toEqual([...methods].sort());
});
