import { Notification, powerMonitor } from 'electron';
import type { Clock } from '../../shared/models/ids.ts';
import type { DigestWords } from '../../shared/rules/digestTime.ts';
import { createDigests, type Digests } from './digests.ts';

export interface DigestNotifications {
  readonly clock: Clock;
  /** Whether the journal is open. */
  readonly isOpen: () => boolean;
  /** The notification was clicked on. */
  readonly onClick: () => void;
}

const LOOK_EVERY_MS = 10_000;

/** Shows the notification of the day by the system. */
export function startDigests({ clock, isOpen, onClick }: DigestNotifications): Digests {
  const digests = createDigests({ clock, isOpen, show: (words) => notify(words, onClick) });
  setInterval(digests.look, LOOK_EVERY_MS).unref();
  powerMonitor.on('resume', digests.look);
  return digests;
}

/** Kept until it is gone, for one that nobody holds does not hear a click. */
let shown: Notification | undefined;

function notify({ title, body }: DigestWords, onClick: () => void): void {
  // Not every system has somewhere to show one.
  if (!Notification.isSupported()) return;
  shown?.close();
  shown = new Notification({ title, body });
  shown.on('click', onClick);
  shown.show();
}
