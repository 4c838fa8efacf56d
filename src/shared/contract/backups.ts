import { z } from 'zod';
import { day } from '../models/day.ts';
import { instant } from '../models/ids.ts';
import { method } from './define.ts';
import { grant, job } from './transfer.ts';

/** `here`: beside the journal. `second`: in the second folder. `replaced`: a journal that another took the place of. */
const place = z.enum(['here', 'second', 'replaced']);
export type BackupPlace = z.infer<typeof place>;

/** The job of the check that reads the whole file once a week, unasked. */
export const CHECK_JOB = 'full-check';

/** The name of its folder, which is the moment when it was made. */
const backupId = z.string().min(1).max(40);

const backup = z.object({
  place,
  id: backupId,
  madeAt: instant,
  people: z.int(),
  entries: z.int(),
  /** The latest day that was written about. */
  lastDay: day.nullable(),
  /** When the last entry was written. */
  lastWrittenAt: instant.nullable(),
  bytes: z.int(),
  /** Whether it takes a newer Kith to open it. */
  needsNewerKith: z.boolean(),
});
export type Backup = Readonly<z.infer<typeof backup>>;

/** A journal that another took the place of. */
const replaced = z.object({
  id: backupId,
  bytes: z.int(),
  /** Whether it was whole then, and so is listed among the backups and can be restored. */
  isWhole: z.boolean(),
  /** The first day on which it may go by itself; null for one that stays until it is removed by hand. */
  keptUntil: day.nullable(),
});
export type Replaced = Readonly<z.infer<typeof replaced>>;

const backupList = z.object({
  /** Newest first. */
  backups: z.array(backup),
  /** What lies among the backups and is none. It is left alone. */
  skipped: z.array(z.object({ place, name: z.string(), why: z.string() })),
  /** Newest first. */
  replaced: z.array(replaced),
  second: z
    .object({
      name: z.string(),
      /** Not if it is on a stick that is not plugged in. */
      isThere: z.boolean(),
      /** Why the last backup could not be copied there. */
      failure: z.string().nullable(),
    })
    .nullable(),
});
export type BackupList = Readonly<z.infer<typeof backupList>>;

const health = z.object({
  /** When the whole file was last read and found as it should be. */
  checkedAt: instant.nullable(),
  /** Whether the last check found a page that cannot be read. */
  isDamaged: z.boolean(),
  /** How many saved changes are not in the journal any more, because its log was deleted or an older file was put in its place. */
  takenBack: z.int(),
  /** Which service keeps the folder of the live journal in step with other computers, in words that follow “lies in”. */
  syncedBy: z.string().nullable(),
  /** Why the last backup could not be made. */
  backupFailure: z.string().nullable(),
});
export type JournalHealth = Readonly<z.infer<typeof health>>;

const salvaged = z.object({
  people: z.int(),
  entries: z.int(),
  /** What is known to be there and could not be read. */
  lostPeople: z.int(),
  lostEntries: z.int(),
  lostDays: z.array(day),
  lostRows: z.int(),
  /** Whether more may be missing, of which nothing is known. */
  mayMissMore: z.boolean(),
});
export type Salvaged = Readonly<z.infer<typeof salvaged>>;

/**
 * A passphrase, or a recovery key: needed while the journal is locked, and for a backup whose key is another one than
 * the journal's. Without it these fail with `locked`.
 */
const secret = z.string().min(1).max(1000).optional();

/** May be asked while the journal is locked or damaged. */
export const backups = {
  'backups.list': method(z.object({}), backupList),
  'backups.health': method(z.object({}), health),
  /** Makes and checks one now. The journal must be open. */
  'backups.make': method(z.object({ job }), backup),
  /** Puts a backup in the journal's place, and opens it. What was there is kept in `replaced`. */
  'backups.restore': method(z.object({ place, id: backupId, secret, job }), z.null()),
  /** Puts a new journal, made of all that can be read of the damaged one, in its place. What was there is kept. */
  'backups.salvage': method(z.object({ secret, job }), salvaged),
  /** Removes a journal that another took the place of, for good. */
  'backups.removeReplaced': method(z.object({ id: backupId }), z.null()),
  /** Where each backup is copied as well; null for nowhere. */
  'backups.chooseSecondFolder': method(z.object({ folder: grant.nullable() }), z.null()),
  /** The user knows that changes were taken back. */
  'backups.acceptTakenBack': method(z.object({}), z.null()),
};
