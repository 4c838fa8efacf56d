import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Journal, type JournalOptions, openJournal } from '../../src/main/journal/openJournal.ts';
import { KithError } from '../../src/shared/contract/errors.ts';
import type { JournalEvent } from '../../src/shared/contract/wire.ts';
import type { EntryDraft } from '../../src/shared/models/entry.ts';
import type { Clock, NewId } from '../../src/shared/models/ids.ts';
import type { PersonDraft } from '../../src/shared/models/person.ts';
import { checkedAsk } from './checkedAsk.ts';
import { testIds } from './ids.ts';

export { testId, testIds } from './ids.ts';

/** A clock that stands still until it is set. Its local time zone is UTC. */
export interface TestClock extends Clock {
  /** Sets the day (`YYYY-MM-DD`) and time of day (`HH:MM`). */
  readonly set: (day: string, time?: string) => void;
  /** Moves on by so many milliseconds. */
  readonly advance: (ms: number) => void;
}

/** A clock that stands at the given local day and time, 22 November 2026 at ten if not given. */
export function testClock(day = '2026-11-22', time = '10:00'): TestClock {
  let now = Date.parse(`${day}T${time}:00Z`);
  return {
    now: () => now,
    local: () => {
      const text = new Date(now).toISOString();
      return { day: text.slice(0, 10), time: text.slice(11, 16) };
    },
    set: (toDay, toTime = '10:00') => {
      now = Date.parse(`${toDay}T${toTime}:00Z`);
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

export const testKey: Uint8Array = Uint8Array.from({ length: 32 }, (_, i) => (i * 7 + 3) % 256);

export interface TestJournal extends Journal {
  readonly folder: string;
  readonly file: string;
  readonly clock: TestClock;
  readonly newId: NewId;
  /** What the journal has told so far, oldest first. */
  readonly events: JournalEvent[];
  /** Gives the journal leave to use a path, as a dialog of the system does, and answers with the grant. */
  readonly grant: (path: string) => string;
  /** Closes the file and opens it again, as a restart does. Refer to `context` afresh afterwards. */
  readonly reopen: () => void;
  /** Closes the journal and removes its folder. Harmless when done twice. */
  readonly close: () => void;
}

export interface TestJournalOptions extends Partial<Pick<JournalOptions, 'key' | 'newId' | 'onEvent'>> {
  readonly clock?: TestClock;
}

const open = new Set<TestJournal>();

/**
 * Opens a real journal on a real, encrypted file in a temporary folder. Answers of `ask` are held to the contract.
 * Close it, or register
 * {@link closeTestJournals} with `afterEach`.
 */
export function openTestJournal(options: TestJournalOptions = {}): TestJournal {
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'));
  const file = join(folder, 'journal.kith');
  const clock = options.clock ?? testClock();
  const newId = options.newId ?? testIds();
  const events: JournalEvent[] = [];
  const grants = new Map<string, string>();
  const start = (create: boolean): Journal =>
    openJournal(file, {
      key: options.key ?? testKey,
      clock,
      newId,
      create,
      resolveGrant: (grant) => {
        const path = grants.get(grant);
        if (path === undefined) throw new KithError('badInput', 'Please choose the file or folder again.');
        return { path, name: basename(path) };
      },
      onEvent: (event) => {
        events.push(event);
        options.onEvent?.(event);
      },
    });
  let journal = start(true);
  const test: TestJournal = {
    folder,
    file,
    clock,
    newId,
    events,
    ask: checkedAsk((method, input) => journal.ask(method, input)),
    askUnchecked: (method, input) => journal.askUnchecked(method, input),
    get context() {
      return journal.context;
    },
    get takenBack() {
      return journal.takenBack;
    },
    grant: (path) => {
      const grant = `grant-${grants.size + 1}`;
      grants.set(grant, path);
      return grant;
    },
    reopen: () => {
      journal.close();
      journal = start(false);
    },
    close: () => {
      if (!open.delete(test)) return;
      journal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  open.add(test);
  return test;
}

/** Closes every test journal that is still open: for `afterEach`. */
export function closeTestJournals(): void {
  for (const journal of [...open]) journal.close();
}

/** Adds a person by asking the journal; everything but the name may be left out. Answers with the id. */
export async function addPerson(
  journal: Pick<Journal, 'ask'>,
  person: Partial<PersonDraft> = {},
): Promise<string> {
  return (await journal.ask('people.create', { person: { name: 'Ada Lovelace', ...person } })).id;
}

/** Adds an entry by asking the journal; anything may be left out. Answers with the id. */
export async function addEntry(
  journal: Pick<Journal, 'ask'>,
  entry: Partial<EntryDraft> = {},
): Promise<string> {
  return (await journal.ask('entries.create', { entry: entryDraftOf(entry) })).id;
}

/** A whole draft of what is given: a note of 22 November 2026, with nobody and no words, if nothing is. */
export function entryDraftOf(entry: Partial<EntryDraft> = {}): EntryDraft {
  return {
    day: '2026-11-22',
    time: null,
    channel: 'note',
    begunBy: null,
    title: '',
    body: '',
    people: [],
    tags: [],
    ...entry,
  };
}
