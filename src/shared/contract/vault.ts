import { z } from 'zod';
import { PASSPHRASE_MIN } from '../models/passphrase.ts';
import { method } from './define.ts';

/** Key, lock, backup. Only these may be asked while the journal is locked. */
export const vault = {
  /** `absent`: no journal yet. `locked`: there is one. `open`: it can be read and written. */
  'vault.status': method(z.object({}), z.object({ state: z.enum(['absent', 'locked', 'open']) })),
  'vault.create': method(z.object({ passphrase: z.string().min(PASSPHRASE_MIN).max(1000) }), z.null()),
  'vault.unlock': method(z.object({ passphrase: z.string().max(1000) }), z.null()),
};
