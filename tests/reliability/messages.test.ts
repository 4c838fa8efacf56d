import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ErrorKind, errorKinds, type KithError } from '../../src/shared/contract/errors.ts';
import { isJournalMethod, type JournalMethod, journalContract } from '../../src/shared/contract/index.ts';
import { makeTempFolder, removeTempFolders } from '../support/folders.ts';
import { entryDraftOf } from '../support/journal.ts';
import { PATIENCE_MS, seed, times } from './support/counts.ts';
import { type ServedDesk, serveDesk } from './support/servedDesk.ts';
import { wildInputs } from './support/wildInput.ts';

// Anything at all may come from a window that was taken over: every message gets one reply, either an answer that keeps
// to the contract or an expected failure.

const CALLS = times(300, 10_000);
const AT_ONCE = 20;
/** How many of the calls of a method that does long work may be nearly right. */
const NEARLY_RIGHT = times(6, 40);
const passphrase = 'a lamp in the window';

let served: ServedDesk;
let known: string[];

beforeAll(async () => {
  served = serveDesk(makeTempFolder());
  await must('vault.create', { passphrase });
  const { id } = (await must('people.create', { person: { name: 'Maren Okafor' } })) as { id: string };
  const entry = (await must('entries.create', { entry: entryDraftOf({ body: 'Tea', tags: ['tea'] }) })) as {
    id: string;
  };
  known = [id, entry.id, 'tea', 'new', 'inner', '2026-11-22', '10:00', 'Maren', 'with:Maren tea'];
});
afterAll(() => {
  served.close();
  removeTempFolders();
});

async function must(method: JournalMethod, input: unknown): Promise<unknown> {
  const reply = await served.ask(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.kind}`);
  return reply.value;
}

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly kind?: ErrorKind; readonly message: string } };

/** Asks by the channel, or, for what no channel carries, without one. */
async function askAnyhow(method: string, input: unknown): Promise<Answer> {
  try {
    return await served.ask(method, input);
  } catch {
    try {
      return { ok: true, value: await served.desk.ask(method, input) };
    } catch (error) {
      return { ok: false, error: error as KithError };
    }
  }
}

/** What is wrong with a reply, or null. */
function faultOf(method: JournalMethod, input: unknown, reply: Answer): string | null {
  const { input: takes, output } = journalContract[method];
  const fits = takes.safeParse(input).success;
  if (reply.ok) {
    if (!fits) return 'an input that does not fit the contract was answered';
    return output.safeParse(reply.value).success ? null : 'the answer does not keep to the contract';
  }
  const { kind = 'bug', message } = reply.error;
  if (kind === 'bug' || !errorKinds.includes(kind)) return `failed with ${kind}: ${served.logged.at(-1)}`;
  // Only the newest of many questions while typing is looked at.
  if (kind === 'superseded' && method === 'search.typing') return null;
  if (!fits && kind !== 'badInput') return `an input that does not fit the contract failed with ${kind}`;
  return message === '' ? 'failed without a word' : null;
}

/** Methods of which a right question means seconds of work. */
const isLong = (method: string) => /^(vault|backups)\./.test(method);

test.each(Object.keys(journalContract).filter(isJournalMethod))(
  '%s answers anything at all, or refuses it',
  async (method) => {
    const { input } = journalContract[method];
    const nearly = isLong(method) ? NEARLY_RIGHT : CALLS;
    const inputs = [
      ...fc.sample(wildInputs(input, known, true), { numRuns: nearly, seed }),
      ...fc.sample(wildInputs(input, known, false), { numRuns: CALLS - nearly, seed }),
    ];
    const faults: string[] = [];
    for (let i = 0; i < inputs.length; i += AT_ONCE) {
      const some = inputs.slice(i, i + AT_ONCE);
      const replies = await Promise.all(some.map((one) => askAnyhow(method, one)));
      replies.forEach((reply, at) => {
        const fault = faultOf(method, some[at], reply);
        if (fault !== null) faults.push(`${fault}: ${fc.stringify(some[at]).slice(0, 300)}`);
      });
    }
    expect(faults.slice(0, 5)).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  },
  PATIENCE_MS,
);

test('no name but those of the contract means anything', async () => {
  const names = fc.sample(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'toString')), {
    numRuns: CALLS,
    seed,
  });
  for (const name of names.filter((one) => !isJournalMethod(one))) {
    expect(await served.ask(name, {})).toMatchObject({ ok: false, error: { kind: 'unknownMethod' } });
  }
});

test('after all that, the journal is as it should be', async () => {
  console.log(
    `messages: ${CALLS} to each of ${Object.keys(journalContract).length} methods (seed ${seed}); ` +
      `${served.logged.length} lines were logged`,
  );
  expect(await served.ask('entries.get', { id: known[1] })).toMatchObject({ ok: expect.any(Boolean) });
  expect(served.diskFailures()).toBe(0);
});
