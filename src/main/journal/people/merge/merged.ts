import { z } from 'zod';
import { instant } from '../../../../shared/models/ids.ts';
import { wholePerson } from '../../history/wholePerson.ts';
import { mergedRecords } from './mergeRecords.ts';

/** What became of somebody who turned out to be somebody else: kept beside them in the trash, to take it back. */
export const merged = z.object({
  /** The one who was kept, as they were before, and what they were made. */
  kept: wholePerson,
  after: wholePerson.shape.person,
  records: mergedRecords,
  /** The versions that were put into the history of who was kept: what the other was, and what they were themselves. */
  versionIds: z.tuple([z.string(), z.string()]),
  /** By which rules the index was made then; null where some of the entries waited for it. */
  indexVersion: z.int().nullable(),
  mergedAt: instant,
});
export type Merged = Readonly<z.infer<typeof merged>>;
