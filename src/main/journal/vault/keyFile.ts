import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KithError } from '../../../shared/contract/errors.ts';
import { passphraseSlot } from './passphraseSlot.ts';

/** The journal, and the file beside it that holds its key, wrapped. */
export const JOURNAL_FILE = 'journal.kith';
const KEY_FILE = 'journal.keys.json';
/** Keys that were written but are not in force yet. */
const NEW_KEY_FILE = 'journal.keys.json.new';

/** Every way into the journal; each slot holds the same key. A new kind is a new member of the union. */
const keySlot = z.discriminatedUnion('kind', [passphraseSlot]);

const keyFile = z.object({ version: z.literal(1), slots: z.array(keySlot).min(1).max(16) });
export type KeyFile = Readonly<z.infer<typeof keyFile>>;

export const journalPath = (folder: string) => join(folder, JOURNAL_FILE);
const keysPath = (folder: string) => join(folder, KEY_FILE);
const newKeysPath = (folder: string) => join(folder, NEW_KEY_FILE);

export const keysAreThere = (folder: string) => existsSync(keysPath(folder));
export const newKeysAreThere = (folder: string) => existsSync(newKeysPath(folder));

/** Reads the keys that are in force. Fails with `damaged` or `newerSchema`; changes nothing. */
export function readKeys(folder: string): KeyFile {
  return parseKeys(readFileSync(keysPath(folder), 'utf8'));
}

/** Writes keys beside those in force and waits until they are on the disk. {@link adoptKeys} puts them in force. */
export function writeNewKeys(folder: string, keys: KeyFile): void {
  const file = openSync(newKeysPath(folder), 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(keyFile.parse(keys), null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Puts the new keys in force, in one step. Fails with `damaged` if they are not whole. */
export function adoptKeys(folder: string): void {
  parseKeys(readFileSync(newKeysPath(folder), 'utf8'));
  renameSync(newKeysPath(folder), keysPath(folder));
  syncFolder(folder);
}

/** A rename is on the disk only when its folder is. Windows has no such call, and does not need it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function parseKeys(text: string): KeyFile {
  const parsed = keyFile.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  if (versionOf(text) > 1) {
    throw new KithError(
      'newerSchema',
      'This journal’s key file was written by a newer version of Kith. Please install the newest version to open it; nothing was changed.',
    );
  }
  throw new KithError(
    'damaged',
    `The key file (${KEY_FILE}) is damaged, and without it the journal cannot be opened. Put back a copy of it from a backup; nothing was changed.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not a key file; the caller says so.
    return undefined;
  }
}

function versionOf(text: string): number {
  const parsed = z.object({ version: z.number() }).safeParse(parseJson(text));
  return parsed.success ? parsed.data.version : 0;
}
