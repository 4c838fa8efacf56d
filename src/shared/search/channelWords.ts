import { type Channel, channels } from '../models/entry.ts';
import { fold } from '../rules/fold.ts';

/** How a filter writes each channel. */
export const channelWords: Readonly<Record<Channel, string>> = {
  note: 'note',
  inPerson: 'in person',
  call: 'call',
  video: 'video',
  message: 'message',
  email: 'email',
  letter: 'letter',
  social: 'social',
  event: 'event',
};

const plain = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** The channel that `value` names ("in person", "inPerson", "E-mail"), or all that begin so. */
export function readChannels(value: string): readonly Channel[] {
  const wanted = plain(value);
  const exact = channels.filter((channel) => plain(channelWords[channel]) === wanted);
  return exact.length > 0
    ? exact
    : channels.filter((channel) => plain(channelWords[channel]).startsWith(wanted));
}
