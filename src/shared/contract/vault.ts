import { z } from 'zod';
import { PASSPHRASE_MIN } from '../models/passphrase.ts';
import { slotKinds } from '../rules/keySlots.ts';
import { method } from './define.ts';

const newPassphrase = z.string().min(PASSPHRASE_MIN).max(1000);

/** One of the secrets that open a journal. Whoever changes its keys shows one first, even while it is open. */
const secret = z.union([
  z.strictObject({ passphrase: z.string().max(1000) }),
  z.strictObject({ recoveryKey: z.string().max(200) }),
  /** The secret that the system's keyring keeps; see desktop/keyring.ts. */
  z.strictObject({ thisComputer: z.literal(true) }),
]);
export type Secret = Readonly<z.infer<typeof secret>>;

const slotKind = z.enum(slotKinds);
/** Shown once, never stored: eight groups of four letters and digits. */
const recoveryKey = z.string();

const status = z.object({
  /** `absent`: no journal yet. `locked`: there is one. `open`: it can be read and written. */
  state: z.enum(['absent', 'locked', 'open']),
  /** The ways into the journal. */
  slots: z.array(slotKind),
  /** Whether the user said that they have the recovery key on paper. Null if there is none. */
  recoveryKeyWritten: z.boolean().nullable(),
  /** How long the next try has to wait after wrong ones, in milliseconds. */
  waitMs: z.int(),
  /** Whether a window may open it by this computer unasked: at the start, but not after it was locked. */
  opensItself: z.boolean(),
});
export type VaultStatus = Readonly<z.infer<typeof status>>;

/** Key, lock, backup. Only these may be asked while the journal is locked. */
export const vault = {
  'vault.status': method(z.object({}), status),
  /** Why this computer cannot keep a key, in words for the user, or null if it can. */
  'vault.keyring': method(z.object({}), z.object({ why: z.string().nullable() })),
  /** Makes a journal that opens by a passphrase, by this computer, or by both, and by a recovery key in any case. */
  'vault.create': method(
    z
      .object({ passphrase: newPassphrase.optional(), thisComputer: z.boolean().default(false) })
      .refine(
        ({ passphrase, thisComputer }) => passphrase !== undefined || thisComputer,
        'A journal needs a passphrase, or this computer to open it.',
      ),
    z.object({ recoveryKey }),
  ),
  'vault.unlock': method(secret, z.null()),

  // The rest are for an open journal, and take one of its secrets as proof: its passphrase or recovery key, or this
  // computer where it has no passphrase.
  /** Changes the passphrase, or adds one. */
  'vault.changePassphrase': method(z.object({ proof: secret, passphrase: newPassphrase }), z.null()),
  /** Makes a recovery key. The one before opens the journal no longer. */
  'vault.makeRecoveryKey': method(z.object({ proof: secret }), z.object({ recoveryKey })),
  /** The user has the recovery key on paper. */
  'vault.confirmRecoveryKey': method(z.object({}), z.null()),
  /** Lets this computer open the journal without being asked. */
  'vault.addSlot': method(z.object({ proof: secret, kind: z.literal('thisComputer') }), z.null()),
  /** Takes a way in away. Never the last one that is used every day. */
  'vault.removeSlot': method(z.object({ proof: secret, kind: slotKind }), z.null()),
  /**
   * Encrypts the whole journal anew under another key, while it can be read and written to. Takes the passphrase where
   * there is one; tells `progress` as `job`. The recovery key from before no longer opens it, so there is a new one.
   * Fails with `stopped`, and then everything is as it was.
   */
  'vault.rekey': method(
    z.object({ proof: secret, job: z.string().min(1).max(60) }),
    z.object({
      recoveryKey,
      /** Whether this computer opened the journal before, and could not be given the new key. */
      thisComputerLost: z.boolean(),
    }),
  ),
  /** Ends `vault.rekey`. Whether it could be: not once the new file is taking the old one's place. */
  'vault.stopRekey': method(z.object({}), z.boolean()),
};
