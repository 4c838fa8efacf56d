import { KithError } from '../../../shared/contract/errors.ts';
import type { ImportBatch, ImportWarning } from '../../../shared/contract/transfer.ts';
import type { ImportFormat } from '../../../shared/formats/readers.ts';
import type { EntryRecord, PersonRecord } from '../../../shared/formats/records.ts';
import type { Photo } from '../../../shared/models/photo.ts';
import type { GrantedPath, JournalContext } from '../context.ts';
import { insertEntry } from '../entries/insertEntry.ts';
import { importFacts } from '../facts/importFacts.ts';
import { personNumber } from '../people/getPerson.ts';
import { insertPerson } from '../people/insertPerson.ts';
import { writeIntroducer } from '../people/introducer.ts';
import { addPhoto } from '../photos/photos.ts';
import { countPending, indexPending } from '../search/indexPending.ts';
import { statement } from '../store/statements.ts';
import { importTies } from '../ties/importTies.ts';
import { dropBatch, finishBatch, hasBatch, readBatch, startBatch } from './batches.ts';
import { collectNotices, type Notices } from './collectNotices.ts';
import { type CircleOf, composeEntry, composePerson } from './composeDrafts.ts';
import { type Job, quietJob } from './jobs.ts';
import { type KnownEntries, makeKnownEntries } from './knownEntries.ts';
import { type MatchedPerson, matchPeople } from './matchPeople.ts';
import { makePace } from './pace.ts';
import { readRecords } from './readRecords.ts';
import { takeBackBatch } from './takeBack.ts';

const NO_PHOTO =
  'Kith brings in photos of up to 300 KB. You can choose this one on the person’s page, where it is made small.';

/** All the work in parts of reading it: indexing takes as long again. */
const INDEX_SHARE = 2;

export interface ImportResult {
  readonly batch: ImportBatch;
  readonly warnings: ImportWarning[];
  readonly skipped: ImportWarning[];
}

/** One import while it runs. */
interface Import {
  readonly context: JournalContext;
  readonly batchId: string;
  readonly startedAt: number;
  readonly notices: Notices;
  readonly known: KnownEntries;
  /** Ids by the keys of the source. */
  readonly ids: Map<string, string>;
  /** Everybody who is new, or whom a new entry names. */
  readonly touched: Set<number>;
}

/**
 * Imports a source as one batch, in small transactions. When it is stopped or fails, what it brought is taken back
 * before it rejects; what the user has changed meanwhile stays. After a crash the batch is left `unfinished`.
 */
export async function runImport(
  context: JournalContext,
  granted: GrantedPath,
  job: Job,
): Promise<ImportResult> {
  const notices = collectNotices();
  const batchId = context.newId();
  const startedAt = context.clock.now();
  const running: Import = {
    context,
    batchId,
    startedAt,
    notices,
    known: makeKnownEntries(context),
    ids: new Map(),
    touched: new Set(),
  };
  try {
    await importRecords(running, granted, job);
    finishBatch(context, batchId);
  } catch (error) {
    await undo(running, error);
  }
  tellChanges(running);
  return { batch: readBatch(context, batchId), warnings: notices.warnings(), skipped: notices.skipped() };
}

async function importRecords(running: Import, granted: GrantedPath, job: Job): Promise<void> {
  const { context } = running;
  const pace = makePace();
  let steps = 0;
  let waiting: EntryRecord[] = [];
  const write = () => {
    const chunk = waiting;
    waiting = [];
    const writeChunk = context.db.transaction(() => {
      for (const record of chunk) importEntry(running, record);
    });
    if (chunk.length > 0) pace.step(chunk.length, writeChunk);
  };
  const use = (format: ImportFormat) => {
    startBatch(context, {
      id: running.batchId,
      format,
      sourceName: granted.name,
      startedAt: running.startedAt,
    });
    return {
      people: (records: readonly PersonRecord[]) => importPeople(running, records, job),
      entry: async (record: EntryRecord) => {
        waiting.push(record);
        if (waiting.length < pace.size()) return;
        write();
        await job.pause();
      },
    };
  };
  await readRecords(granted, job, running.notices, use, (done, total) => {
    steps = total;
    job.report(done, total * INDEX_SHARE);
  });
  write();
  await indexImported(context, job, steps);
}

/** Makes what was imported searchable before the import counts as done. */
async function indexImported(context: JournalContext, job: Job, steps: number): Promise<void> {
  const pace = makePace();
  const waiting = countPending(context);
  let indexed = 0;
  for (;;) {
    const size = pace.size();
    const count = pace.step(size, () => indexPending(context, size));
    indexed += count;
    const share = waiting === 0 || count < size ? 1 : Math.min(1, indexed / waiting);
    job.report(Math.round(steps * (1 + (INDEX_SHARE - 1) * share)), steps * INDEX_SHARE);
    if (count < size) return;
    await job.pause();
  }
}

async function importPeople(running: Import, records: readonly PersonRecord[], job: Job): Promise<void> {
  const { context, ids, touched } = running;
  const matches = matchPeople(context, records);
  // Notes name people who come later, so every id is known before the first is written.
  for (const { record, id } of matches) ids.set(record.key, id);
  const added = matches.filter(({ known }) => !known);
  const circleOf = readCircles(context);
  const pace = makePace();
  for (let at = 0; at < added.length; ) {
    const chunk = added.slice(at, at + pace.size());
    const photos = await Promise.all(chunk.map(({ record }) => readPhotoOf(running, record)));
    const writeChunk = context.db.transaction(() => {
      chunk.forEach((match, i) => {
        importPerson(running, match, circleOf, photos[i] ?? null);
      });
    });
    pace.step(chunk.length, writeChunk);
    at += chunk.length;
    await job.pause();
  }
  writeIntroducers(running, added);
  context.people.refresh(touched);
  writeTies(running, added);
}

async function readPhotoOf({ notices }: Import, { photo }: PersonRecord): Promise<Photo | null> {
  if (!photo) return null;
  const read = await photo.read();
  if (!read) notices.skip({ where: photo.where, reason: NO_PHOTO });
  return read;
}

/** Everybody is there by now. */
function writeIntroducers(running: Import, added: readonly MatchedPerson[]): void {
  const { context } = running;
  context.db.transaction(() => {
    for (const { record, id } of added) {
      const { through } = record.met;
      const n = through === null ? undefined : personNumber(context, id);
      if (through !== null && n !== undefined) writeIntroducer(context.db, n, idOf(running, through));
    }
  })();
}

/** The same. Those who were known already are left as they are, but others may be tied to them. */
function writeTies(running: Import, added: readonly MatchedPerson[]): void {
  const { context, notices, startedAt } = running;
  context.db.transaction(() => {
    for (const { record, id } of added) {
      if (record.ties.length === 0 || personNumber(context, id) === undefined) continue;
      const refuse = (message: string) => notices.warn({ where: record.where, message });
      importTies(context, id, record.ties, startedAt, (key) => idOf(running, key), refuse);
    }
  })();
}

function importPerson(
  running: Import,
  { record, id }: MatchedPerson,
  circleOf: CircleOf,
  photo: Photo | null,
): void {
  const photoId = photo && addPhoto(running.context, photo.bytes).photoId;
  const composed = composePerson(record, { idOf: (key) => idOf(running, key), circleOf, photoId });
  if ('reason' in composed) {
    running.notices.skip({ where: record.where, reason: composed.reason });
    return;
  }
  const { n } = insertPerson(running.context, composed.draft, stamp(running, id, record.createdAt));
  importFacts(running.context, n, record.facts, running);
  running.touched.add(n);
}

function importEntry(running: Import, record: EntryRecord): void {
  const { context, known, notices, touched } = running;
  const { origin, known: isKnown } = known.look(record);
  if (isKnown) return;
  const composed = composeEntry(record, (key) => idOf(running, key));
  if ('reason' in composed) {
    notices.skip({ where: record.where, reason: composed.reason });
    return;
  }
  try {
    const { personNumbers } = insertEntry(context, composed.draft, {
      ...stamp(running, record.id ?? context.newId(), record.createdAt),
      origin,
      index: 'later',
    });
    for (const n of personNumbers) touched.add(n);
  } catch (error) {
    // A day that is full, or an id that a person of the trash has: this one cannot come, the others can.
    if (!(error instanceof KithError)) throw error;
    notices.skip({ where: record.where, reason: error.message });
  }
}

/** What was changed when the batch began has not been changed since: that is how taking back knows. */
function stamp({ batchId, startedAt }: Import, id: string, createdAt: number | null) {
  return { id, batchId, createdAt: createdAt ?? startedAt, changedAt: startedAt };
}

function idOf({ ids }: Import, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error('a record names a person whom its source does not have');
  return id;
}

function readCircles({ db }: JournalContext): CircleOf {
  const circles = statement<[], { id: string; name: string }>(db, 'SELECT id, name FROM circle').all();
  return (text) => {
    const wanted = text.trim().toLowerCase();
    return circles.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted)?.id;
  };
}

async function undo(running: Import, error: unknown): Promise<never> {
  const { context, batchId } = running;
  if (hasBatch(context, batchId)) {
    await takeBackBatch(context, batchId, quietJob);
    dropBatch(context, batchId);
  }
  tellChanges(running);
  if (error instanceof KithError && error.kind === 'stopped') {
    throw new KithError('stopped', 'The import was stopped. What it had brought was taken back.');
  }
  throw error;
}

function tellChanges({ context, touched }: Import): void {
  context.people.refresh(touched);
  context.changed('person', 'entry', 'tag', 'circle', 'fact', 'tie', 'importBatch');
}
