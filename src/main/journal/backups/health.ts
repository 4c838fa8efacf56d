import { join } from 'node:path';
import { z } from 'zod';
import { instant } from '../../../shared/models/ids.ts';
import { readJsonIfAny, writeDurably } from '../store/durableFiles.ts';

/** Beside the journal: what was found when it was last checked, and backed up. A journal that does not open must be able to say it. */
const HEALTH_FILE = 'journal-health.json';

const health = z.object({
  version: z.literal(1),
  /** When the quick and the full check last found the journal whole. */
  quickAt: instant.nullable(),
  fullAt: instant.nullable(),
  /** Whether the last check found that it is not. */
  isDamaged: z.boolean(),
  /** How many commits were taken back, of which the user has not said that they know. */
  takenBack: z.int().min(0),
  /** Up to which commit the journal in place was last found in which backup; see shared/rules/backupSchedule.ts. */
  held: z
    .object({ id: z.string(), commits: z.int().min(0) })
    .nullable()
    .default(null),
});
export type Health = Readonly<z.infer<typeof health>>;

const unknown: Health = {
  version: 1,
  quickAt: null,
  fullAt: null,
  isDamaged: false,
  takenBack: 0,
  held: null,
};

export function readHealth(dataFolder: string): Health {
  const parsed = health.safeParse(readJsonIfAny(join(dataFolder, HEALTH_FILE)));
  return parsed.success ? parsed.data : unknown;
}

/** Changes what is known, and writes it if that made a difference. */
export function noteHealth(dataFolder: string, changes: Partial<Health>): void {
  const before = readHealth(dataFolder);
  const after = { ...before, ...changes };
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  writeDurably(join(dataFolder, HEALTH_FILE), `${JSON.stringify(after)}\n`);
}

/** Of a journal that was put in another's place nothing is known yet. */
export function forgetHealth(dataFolder: string): void {
  noteHealth(dataFolder, unknown);
}
