import { type Entry, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl';
import { KithError } from '../../../shared/contract/errors.ts';
import {
  type LeftFile,
  type Source,
  type SourceFile,
  UnreadableFile,
} from '../../../shared/formats/source.ts';
import type { ByteBudget } from './byteBudget.ts';
import { MOST_FILES, tooManyFiles } from './limits.ts';

const FILE_TYPE = 0o170000;
const LINK_TYPE = 0o120000;
const STORED = 0;
const DEFLATED = 8;

/** A source that holds a file open. */
export interface OpenSource extends Source {
  readonly close: () => void;
}

/**
 * The files in a zip archive, hidden ones left out. Nothing is ever unpacked onto the disk; names that would lead out
 * of a folder are left out all the same. Fails with `unreadableSource` if it is no zip archive or a damaged one.
 */
export async function openZip(path: string, name: string, budget: ByteBudget): Promise<OpenSource> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false }).catch(
    notZip,
  );
  try {
    const files: SourceFile[] = [];
    const left: LeftFile[] = [];
    for await (const entry of zip.eachEntry()) {
      if (files.length + left.length >= MOST_FILES) throw tooManyFiles();
      const entryPath = nameOf(entry);
      if (entryPath.endsWith('/') || isHidden(entryPath)) continue;
      const reason = reasonToLeave(entry, entryPath);
      if (reason) left.push({ path: entryPath, reason });
      else files.push({ path: entryPath, chunks: () => readEntryChunks(zip, entry, budget) });
    }
    return { name, files, left, close: () => zip.close() };
  } catch (error) {
    zip.close();
    return error instanceof KithError ? rethrow(error) : notZip(error);
  }
}

function reasonToLeave(entry: Entry, path: string): string | undefined {
  if (validateFileName(path) !== null) return 'Its name points outside of the archive.';
  if (entry.isEncrypted()) return 'It is locked with a password.';
  // The upper half holds the Unix mode where the archive was made on such a system.
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK_TYPE) {
    return 'It is a link to somewhere else. Links are not followed.';
  }
  const { compressionMethod } = entry;
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED)
    return 'It is packed in a way Kith does not know.';
  return undefined;
}

function nameOf(entry: Entry): string {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  return name.replaceAll('\\', '/');
}

/** Also `__MACOSX`, where macOS puts what other systems have no use for. */
function isHidden(path: string): boolean {
  return path
    .split('/')
    .some((part) => (part.startsWith('.') && part !== '..' && part !== '.') || part === '__MACOSX');
}

async function* readEntryChunks(zip: ZipFile, entry: Entry, budget: ByteBudget): AsyncIterable<Uint8Array> {
  try {
    const stream = await zip.openReadStreamPromise(entry);
    try {
      for await (const chunk of stream) {
        budget.spend((chunk as Buffer).length);
        yield chunk as Buffer;
      }
    } finally {
      stream.destroy();
    }
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof KithError) throw error;
    throw new UnreadableFile('It is damaged inside the archive.', { cause: error });
  }
}

function notZip(error: unknown): never {
  throw new KithError('unreadableSource', 'This file is not a zip archive, or it is damaged.', {
    cause: error,
  });
}

function rethrow(error: Error): never {
  throw error;
}
