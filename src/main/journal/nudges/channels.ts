import type { Channel } from '../../../shared/models/entry.ts';
import { writtenChannels } from '../../../shared/rules/repliesOwed.ts';

/** What can be answered; what was said aloud has been. */
export const written: ReadonlySet<Channel> = new Set(writtenChannels);

/** By which people hear of one another without meeting. */
export const fromAfar: ReadonlySet<Channel> = new Set([...writtenChannels, 'call', 'video']);
