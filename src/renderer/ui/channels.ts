import type { Channel } from '../../shared/models/entry.ts';
import type { IconName } from './Icon.tsx';

/** What a channel is called where one is chosen or shown. */
export const channelNames: Readonly<Record<Channel, string>> = {
  note: 'Note',
  inPerson: 'In person',
  call: 'Call',
  video: 'Video call',
  message: 'Message',
  email: 'Email',
  letter: 'Letter',
  social: 'Social media',
  event: 'Event',
};

export const channelIcons: Readonly<Record<Channel, IconName>> = {
  note: 'note',
  inPerson: 'inPerson',
  call: 'call',
  video: 'video',
  message: 'message',
  email: 'email',
  letter: 'letter',
  social: 'social',
  event: 'event',
};
