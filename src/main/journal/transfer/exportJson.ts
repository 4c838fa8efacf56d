import {
  JSON_VERSION,
  type JsonEntry,
  type JsonJournal,
  type JsonPerson,
  type JsonPhoto,
} from '../../../shared/formats/kithJson.ts';
import type { JournalContext } from '../context.ts';
import { readAllFacts } from '../facts/exportFacts.ts';
import { readAllActs } from '../nudges/nudgeActs.ts';
import { readMergesForExport } from '../people/merge/exportMerges.ts';
import { readPhoto } from '../photos/photos.ts';
import { readJsonPromises } from '../promises/exportPromises.ts';
import { readJsonShelf } from '../shelf/exportShelf.ts';
import { statement } from '../store/statements.ts';
import { readTiesForExport } from '../ties/exportTies.ts';
import { listBatches } from './batches.ts';
import type { ExportFolder } from './exportFolder.ts';
import type { Exported } from './exportJournal.ts';
import type { Job } from './jobs.ts';
import {
  countEntries,
  type ExportedEntry,
  exportedDays,
  listEverybody,
  readPerson,
} from './readForExport.ts';

const CHUNK = 100;

/** Writes the whole journal as one JSON document; its shape is `jsonJournal`. */
export async function exportJson(context: JournalContext, folder: ExportFolder, job: Job): Promise<Exported> {
  const counts = { peopleCount: 0, entryCount: 0 };
  await folder.writePieces('journal.json', writeJournal(context, job, counts));
  return counts;
}

type Head = Omit<JsonJournal, 'people' | 'photos' | 'facts' | 'entries'>;

async function* writeJournal(
  context: JournalContext,
  job: Job,
  counts: { peopleCount: number; entryCount: number },
): AsyncIterable<string> {
  const everybody = listEverybody(context);
  const total = everybody.length + countEntries(context);
  const step = async () => {
    const done = counts.peopleCount + counts.entryCount;
    if (done % CHUNK !== 0) return;
    job.report(Math.min(done, total), total);
    await job.pause();
  };
  yield `${JSON.stringify(readHead(context), null, 1).replace(/\n?\}$/, '')},\n "people": [`;
  for (const { id } of everybody) {
    const person: JsonPerson | undefined = readPerson(context, id);
    if (!person) continue;
    yield `${counts.peopleCount === 0 ? '' : ','}\n  ${JSON.stringify(person)}`;
    counts.peopleCount += 1;
    await step();
  }
  yield '\n ],\n "photos": [';
  yield* writeRows(exportedPhotos(context), job);
  yield '\n ],\n "facts": [';
  yield* writeRows(readAllFacts(context.db), job);
  yield '\n ],\n "entries": [';
  for (const entry of exportedEntries(context)) {
    yield `${counts.entryCount === 0 ? '' : ','}\n  ${JSON.stringify(toJsonEntry(entry))}`;
    counts.entryCount += 1;
    await step();
  }
  yield '\n ]\n}\n';
  job.report(total, total);
}

/** The lines of a list that nobody is told the length of. */
async function* writeRows(rows: Iterable<unknown>, job: Job): AsyncIterable<string> {
  let count = 0;
  for (const row of rows) {
    yield `${count === 0 ? '' : ','}\n  ${JSON.stringify(row)}`;
    count += 1;
    if (count % CHUNK === 0) await job.pause();
  }
}

/** One at a time: together they may be larger than memory should have to hold. */
function* exportedPhotos({ db }: JournalContext): Iterable<JsonPhoto> {
  const ids = statement<[], string>(
    db,
    'SELECT DISTINCT photo_id FROM person WHERE photo_id IS NOT NULL ORDER BY photo_id',
  ).pluck();
  for (const id of ids.all()) {
    const photo = readPhoto(db, id);
    if (photo) yield { id, mime: photo.mime, base64: Buffer.from(photo.bytes).toString('base64') };
  }
}

function* exportedEntries(context: JournalContext): Iterable<ExportedEntry> {
  for (const { titles, read } of exportedDays(context)) {
    for (let at = 0; at < titles.length; at += CHUNK) yield* read(at, at + CHUNK);
  }
}

function toJsonEntry({ people, ...entry }: ExportedEntry): JsonEntry {
  return { ...entry, people: people.map(({ id, role }) => ({ personId: id, role })) };
}

function readHead(context: JournalContext): Head {
  const { db } = context;
  const circles = statement<
    [],
    { id: string; name: string; size: number | null; floor: number | null; ceiling: number | null }
  >(
    db,
    'SELECT id, name, size, floor_days AS floor, ceiling_days AS ceiling FROM circle ORDER BY position',
  ).all();
  const settings = statement<[], { name: string; value: string }>(
    db,
    'SELECT name, value FROM setting',
  ).all();
  const drafts = statement<[], Head['drafts'][number]>(
    db,
    'SELECT slot, content, changed_at AS changedAt FROM draft',
  ).all();
  return {
    format: 'kith',
    version: JSON_VERSION,
    exportedAt: context.clock.now(),
    settings: Object.fromEntries(settings.map(({ name, value }) => [name, JSON.parse(value) as unknown])),
    circles: circles.map(({ id, name, size, floor, ceiling }) => ({
      id,
      name,
      size,
      rhythm: floor === null || ceiling === null ? null : { floorDays: floor, ceilingDays: ceiling },
    })),
    importBatches: listBatches(context).map(({ id, format, sourceName, state, startedAt }) => ({
      id,
      format,
      sourceName,
      state,
      startedAt,
    })),
    drafts,
    promises: readJsonPromises(db),
    ties: readTiesForExport(context),
    shelf: readJsonShelf(db),
    nudgeActs: readAllActs(db),
    ...readMergesForExport(context),
  };
}
