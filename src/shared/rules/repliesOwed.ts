import type { Channel } from '../models/entry.ts';

/** What was written can be answered; what was said has been. */
export const writtenChannels: readonly Channel[] = ['message', 'email', 'letter', 'social'];

/** The newest entry that somebody took part in, and who began it. */
export interface LastTurn {
  readonly personId: string;
  readonly channel: Channel;
  /** `me`, a person's id, or nobody said. */
  readonly begunBy: string | null;
}

/**
 * Whether the user owes somebody a reply: the newest entry with them is something they wrote, and began. Any later entry
 * with them, in whatever way, answers it; being named in one does not.
 */
export function isReplyOwed({ personId, channel, begunBy }: LastTurn): boolean {
  return begunBy === personId && writtenChannels.includes(channel);
}
