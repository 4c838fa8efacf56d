import { z } from 'zod';
import { day } from '../models/day.ts';
import { id, instant } from '../models/ids.ts';
import { method } from './define.ts';

/** A file or folder that the user chose: a token that main gave for it. Paths never pass through a window. */
export const grant = z.string().min(1).max(100);

/** Chosen by the window for one piece of long work, to follow its `progress` and to stop it. */
export const job = z.string().min(1).max(100);

export const importFormats = ['markdownFolder'] as const;
export const exportFormats = ['markdownFolder', 'json'] as const;

/** Something the user may want to look at, about one file. */
export const importWarning = z.object({
  /** Which file of the source, in the user's words. */
  where: z.string(),
  message: z.string(),
});

export const importPreview = z.object({
  format: z.enum(importFormats),
  /** The name of the chosen file or folder. */
  sourceName: z.string(),
  counts: z.object({
    newPeople: z.int(),
    /** People of the source who are in the journal already, by name. */
    knownPeople: z.int(),
    newEntries: z.int(),
    /** Entries that an earlier import brought, or that were exported from this journal. */
    knownEntries: z.int(),
    mentions: z.int(),
    skippedFiles: z.int(),
  }),
  span: z.object({ first: day, last: day }).nullable(),
  /** Those whom the entries name most. */
  samplePeople: z.array(z.object({ name: z.string(), mentions: z.int() })),
  /** The earliest. */
  sampleEntries: z.array(z.object({ day, title: z.string(), opening: z.string() })),
  warnings: z.array(importWarning),
  /** Files that would not be imported, and why. The last line of a long list says how many more there are. */
  skipped: z.array(importWarning),
});
export type ImportWarning = Readonly<z.infer<typeof importWarning>>;
export type ImportPreview = Readonly<z.infer<typeof importPreview>>;

export const importBatch = z.object({
  id,
  format: z.enum(importFormats),
  sourceName: z.string(),
  /** `unfinished`: stopped by a crash; what it brought can be taken back or completed by importing again. */
  state: z.enum(['done', 'unfinished', 'takenBack']),
  startedAt: instant,
  peopleCount: z.int(),
  entryCount: z.int(),
});
export type ImportBatch = Readonly<z.infer<typeof importBatch>>;

export const transfer = {
  /** Reads the source and says what an import would do. Writes nothing. */
  'transfer.preview': method(z.object({ source: grant, job }), importPreview),
  /** Imports as one batch. When stopped, it takes back what it brought and fails with `stopped`. */
  'transfer.import': method(
    z.object({ source: grant, job }),
    z.object({ batch: importBatch, warnings: z.array(importWarning), skipped: z.array(importWarning) }),
  ),
  /** Ends a running job at its next step. Whether there was one. */
  'transfer.stop': method(z.object({ job }), z.boolean()),
  'transfer.batches': method(z.object({}), z.array(importBatch)),
  /**
   * Removes what an import brought, leaving what the user has changed since, and says how much was left. Of more than
   * 20, fails with `needsConfirmation` unless their number is confirmed. It cannot be undone.
   */
  'transfer.takeBack': method(
    z.object({
      batchId: id,
      job,
      /** How many people and entries of it are left, if the user was asked about that number. */
      confirmed: z.int().optional(),
    }),
    z.object({ removedPeople: z.int(), removedEntries: z.int(), keptPeople: z.int(), keptEntries: z.int() }),
  ),
  /** Writes everything into a new folder inside the chosen one. Never overwrites. */
  'transfer.export': method(
    z.object({ target: grant, format: z.enum(exportFormats), job }),
    z.object({ name: z.string(), peopleCount: z.int(), entryCount: z.int() }),
  ),
};
