import { nameVault, type VaultNames } from '../../../shared/formats/markdownFolder/vaultNames.ts';
import {
  nameDay,
  type OutFile,
  photoPathOf,
  writeEntryNote,
  writePersonNote,
} from '../../../shared/formats/markdownFolder/writeNotes.ts';
import type { Person } from '../../../shared/models/person.ts';
import type { ExportedTie } from '../../../shared/models/tie.ts';
import type { JournalContext } from '../context.ts';
import { readFactsForExport } from '../facts/exportFacts.ts';
import { requirePerson } from '../people/getPerson.ts';
import { withIdsOfToday } from '../people/merge/exportMerges.ts';
import { readPhoto } from '../photos/photos.ts';
import { statement } from '../store/statements.ts';
import { readTiesForExport } from '../ties/exportTies.ts';
import type { ExportFolder } from './exportFolder.ts';
import type { Exported } from './exportJournal.ts';
import type { Job } from './jobs.ts';
import { countEntries, exportedDays, listEverybody, readPerson } from './readForExport.ts';

/** Files that are written at a time: the disk takes several in hand, and the journal answers others in between. */
const CHUNK = 24;

/** Writes everybody and every entry as notes that Obsidian, and Kith's own import, understand. */
export async function exportMarkdown(
  context: JournalContext,
  folder: ExportFolder,
  job: Job,
): Promise<Exported> {
  const everybody = listEverybody(context);
  const names = nameVault(everybody);
  const circles = readCircleNames(context);
  const total = everybody.length + countEntries(context);
  let done = 0;
  let waiting: OutFile[] = [];
  const flush = async () => {
    const files = waiting;
    waiting = [];
    await Promise.all(files.map(({ path, text }) => folder.write(path, text)));
    done += files.length;
    job.report(done, total);
    await job.pause();
  };
  const put = async (file: OutFile) => {
    waiting.push(file);
    if (waiting.length >= CHUNK) await flush();
  };
  const tiesOf = new Map<string, ExportedTie[]>();
  for (const tie of readTiesForExport(context))
    tiesOf.set(tie.fromId, [...(tiesOf.get(tie.fromId) ?? []), tie]);
  let peopleCount = 0;
  for (const { id } of everybody) {
    const person = readPerson(context, id);
    if (!person) continue;
    peopleCount += 1;
    const photoPath = await writePhoto(context, folder, person, names);
    const circleName = circles.get(person.circleId ?? '') ?? '';
    const facts = readFactsForExport(context.db, requirePerson(context, id));
    const notes = withIdsOfToday(context, person.notes);
    await put(
      writePersonNote(
        { ...person, notes },
        { circleName, photoPath, facts, ties: tiesOf.get(id) ?? [] },
        names,
      ),
    );
  }
  let entryCount = 0;
  for (const { day, titles, read } of exportedDays(context)) {
    const paths = nameDay(day, titles);
    for (let at = 0; at < titles.length; at += CHUNK) {
      for (const [i, entry] of read(at, at + CHUNK).entries()) {
        entryCount += 1;
        const body = withIdsOfToday(context, entry.body);
        await put(writeEntryNote({ ...entry, body }, paths[at + i] ?? '', names));
      }
    }
  }
  await flush();
  return { peopleCount, entryCount };
}

function readCircleNames({ db }: JournalContext): ReadonlyMap<string, string> {
  const circles = statement<[], { id: string; name: string }>(db, 'SELECT id, name FROM circle').all();
  return new Map(circles.map(({ id, name }) => [id, name]));
}

/** Writes somebody's photo, if they have one, and says where it lies. */
async function writePhoto(
  { db }: JournalContext,
  folder: ExportFolder,
  { id, photoId }: Pick<Person, 'id' | 'photoId'>,
  names: VaultNames,
): Promise<string> {
  const photo = photoId === null ? null : readPhoto(db, photoId);
  if (!photo) return '';
  const path = photoPathOf(id, photo, names);
  await folder.write(path, photo.bytes);
  return path;
}
