import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KithError } from '../../../shared/contract/errors.ts';
import type { SlotKind } from '../../../shared/rules/keySlots.ts';
import { computerSlot } from './computerSlot.ts';
import { passphraseSlot } from './passphraseSlot.ts';
import { recoverySlot } from './recoverySlot.ts';

/** The journal, and the file beside it that holds its key, wrapped. */
export const JOURNAL_FILE = 'journal.kith';
export const KEY_FILE = 'journal.keys.json';
/** Keys that were written but are not in force yet. */
const NEW_KEY_FILE = 'journal.keys.json.new';

/** Every way into the journal; each slot holds the same key. A new kind is a new member of the union. */
const keySlot = z.discriminatedUnion('kind', [passphraseSlot, recoverySlot, computerSlot]);
export type KeySlot = Readonly<z.infer<typeof keySlot>>;
const keySlots = z.array(keySlot).min(1).max(16);

const keyFile = z.object({
  version: z.literal(1),
  slots: keySlots,
  /**
   * While the journal is put under another key: the slots with the new one. The file in place may have either; see
   * rekey.ts.
   */
  next: z.object({ slots: keySlots }).optional(),
});
export type KeyFile = Readonly<z.infer<typeof keyFile>>;

export const journalPath = (folder: string) => join(folder, JOURNAL_FILE);
const keysPath = (folder: string) => join(folder, KEY_FILE);
const newKeysPath = (folder: string) => join(folder, NEW_KEY_FILE);

export const keysAreThere = (folder: string) => existsSync(keysPath(folder));
export const newKeysAreThere = (folder: string) => existsSync(newKeysPath(folder));

/** The slot of this kind, if there is one. There is at most one of each. */
export function findSlot<K extends SlotKind>(
  slots: readonly KeySlot[],
  kind: K,
): Extract<KeySlot, { kind: K }> | undefined {
  return slots.find((slot): slot is Extract<KeySlot, { kind: K }> => slot.kind === kind);
}

/** Reads the keys that are in force. Fails with `damaged` or `newerSchema`; changes nothing. */
export function readKeys(folder: string): KeyFile {
  return parseKeys(readFileSync(keysPath(folder), 'utf8'));
}

/** Writes keys beside those in force and waits until they are on the disk. {@link adoptKeys} puts them in force. */
export function writeNewKeys(folder: string, keys: KeyFile): void {
  const parsed = keyFile.parse(keys);
  const file = openSync(newKeysPath(folder), 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify({ ...parsed, sum: sumOf(parsed) }, null, 2)}\n`);
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

/** Puts `keys` in the place of those in force: after a power cut there are the old or the new, whole. */
export function replaceKeys(folder: string, keys: KeyFile): void {
  writeNewKeys(folder, keys);
  adoptKeys(folder);
}

/** A rename is on the disk only when its folder is. Windows has no such call, and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function parseKeys(text: string): KeyFile {
  const raw = parseJson(text);
  const parsed = keyFile.safeParse(raw);
  if (parsed.success && hasRightSum(raw)) return parsed.data;
  if (versionOf(raw) > 1) {
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

/**
 * Tells a letter that changed on the disk from a wrong passphrase, which would look the same to a slot. It keeps nobody
 * out: each slot has a tag of its own for that.
 */
function sumOf({ slots, next }: { readonly slots: unknown; readonly next?: unknown }): string {
  return createHash('sha256')
    .update(JSON.stringify([slots, next ?? null]))
    .digest('base64');
}

const summed = z.looseObject({
  slots: z.unknown(),
  next: z.unknown().optional(),
  sum: z.string().optional(),
});

function hasRightSum(raw: unknown): boolean {
  const parsed = summed.safeParse(raw);
  // Key files from before there was a sum are whole without one.
  return parsed.success && (parsed.data.sum === undefined || parsed.data.sum === sumOf(parsed.data));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is not a key file; the caller says so.
    return undefined;
  }
}

function versionOf(raw: unknown): number {
  const parsed = z.object({ version: z.number() }).safeParse(raw);
  return parsed.success ? parsed.data.version : 0;
}
