import type { Channel } from '../../../shared/models/entry.ts';

/** What can be answered; what was said aloud has been. */
export const written: ReadonlySet<Channel> = new Set(['message', 'email', 'letter', 'social']);

/** By which people hear of one another without meeting. */
export const fromAfar: ReadonlySet<Channel> = new Set([...written, 'call', 'video']);
