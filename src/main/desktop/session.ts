import { type Session, session } from 'electron';

/** Without `persist:` before it, nothing of this session is ever written to the disk. */
export const PARTITION = 'kith';

/** The session of every window. */
export function kithSession(): Session {
  return session.fromPartition(PARTITION);
}
