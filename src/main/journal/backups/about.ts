import { createHmac } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { day, timeOfDay } from '../../../shared/models/day.ts';
import { instant } from '../../../shared/models/ids.ts';
import { JOURNAL_FILE } from '../vault/keyFile.ts';

export const ABOUT_FILE = 'about.json';

/** What a journal holds, in numbers. */
const contents = z.object({
  people: z.int().min(0),
  entries: z.int().min(0),
  /** The latest day that was written about. */
  lastDay: day.nullable(),
  /** When the last entry was written. */
  lastWrittenAt: instant.nullable(),
});
export type Contents = Readonly<z.infer<typeof contents>>;

/** What a backup says of itself, beside its journal. It is written only once the journal was found whole. */
const about = contents.extend({
  version: z.literal(1),
  madeAt: instant,
  /** The user's day and time of day then. */
  day,
  time: timeOfDay,
  schema: z.int().min(0),
  /** See contentHash.ts. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The length of the journal file. */
  bytes: z.int().min(1),
  /** How many commits the journal had; see store/countCommits.ts. */
  commits: z.int().min(0),
  /** Of which key, so that journals that share a folder leave each other alone; tells nothing of the key itself. */
  keyMark: z.string().regex(/^[0-9a-f]{16}$/),
});
export type About = Readonly<z.infer<typeof about>>;

/** What a backup in `folder` says of itself, or null if it is none, or not whole. */
export function readAbout(folder: string): About | null {
  try {
    const parsed = about.safeParse(JSON.parse(readFileSync(join(folder, ABOUT_FILE), 'utf8')));
    if (!parsed.success) return null;
    return statSync(join(folder, JOURNAL_FILE)).size === parsed.data.bytes ? parsed.data : null;
  } catch {
    // Whatever lies there, it is no backup; the list names it.
    return null;
  }
}

/** A mark by which a key is known again. */
export function keyMark(key: Uint8Array): string {
  return createHmac('sha256', key).update('kith journal mark 1').digest('hex').slice(0, 16);
}
