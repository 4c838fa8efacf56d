import type { Channel } from '../../shared/models/entry.ts';

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
