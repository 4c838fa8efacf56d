import { KithError } from '../../../shared/contract/errors.ts';
import { findReader, type ImportFormat } from '../../../shared/formats/readers.ts';
import type { EntryRecord, ImportRecord, PersonRecord } from '../../../shared/formats/records.ts';
import type { GrantedPath } from '../context.ts';
import type { Notices } from './collectNotices.ts';
import type { Job } from './jobs.ts';
import { openSource } from './openSource.ts';

/** What is done with a source, in the order in which it is read. */
export interface RecordUser {
  /** Everybody in the source, before the first entry. Called once. */
  readonly people: (records: readonly PersonRecord[]) => void | Promise<void>;
  readonly entry: (record: EntryRecord) => void | Promise<void>;
}

const PAUSE_EVERY = 16;

/**
 * Recognises and reads a source. `steps` is how much of the job's work reading is: 1 is all of it. Answers with the
 * format and the steps of work that reading took. Fails with `unreadableSource` or `stopped`.
 */
export async function readRecords(
  granted: GrantedPath,
  job: Job,
  notices: Notices,
  use: (format: ImportFormat) => RecordUser,
  report: (done: number, total: number) => void,
): Promise<ImportFormat> {
  const source = await openSource(granted);
  try {
    const reader = await findReader(source);
    if (!reader) {
      throw new KithError(
        'unreadableSource',
        'There is nothing in it that Kith can read. Markdown notes end in “.md”.',
      );
    }
    await passOn(reader.read(source), use(reader.format), job, notices, report);
    return reader.format;
  } finally {
    source.close();
  }
}

async function passOn(
  records: AsyncIterable<ImportRecord>,
  user: RecordUser,
  job: Job,
  notices: Notices,
  report: (done: number, total: number) => void,
): Promise<void> {
  let people: PersonRecord[] | undefined = [];
  const handOver = async () => {
    const gathered = people;
    people = undefined;
    if (gathered) await user.people(gathered);
  };
  for await (const record of records) {
    job.check();
    switch (record.kind) {
      case 'progress':
        report(record.done, record.total);
        if (record.done % PAUSE_EVERY === 0) await job.pause();
        break;
      case 'warning':
        notices.warn(record);
        break;
      case 'skipped':
        notices.skip(record);
        break;
      case 'person':
        if (!people) throw new Error('a reader gave a person after an entry');
        people.push(record);
        break;
      case 'entry':
        if (people) await handOver();
        await user.entry(record);
        break;
    }
  }
  await handOver();
}
