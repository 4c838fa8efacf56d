import type { KeyboardEvent } from 'react';
import { type Channel, channels } from '../../shared/models/entry.ts';

export interface ComposerKeys {
  readonly onSave: () => void;
  readonly onChannel: (channel: Channel) => void;
  /** Opens the menu of marks. */
  readonly onMark: () => void;
}

/**
 * What the keys of the whole sheet do. For `onKeyDownCapture`, before anything in the sheet sees them: a button would
 * take Ctrl+Enter for a press.
 */
export function handleComposerKey(event: KeyboardEvent, keys: ComposerKeys): void {
  const act = actOfKey(event, keys);
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function actOfKey(event: KeyboardEvent, { onSave, onChannel, onMark }: ComposerKeys): (() => void) | null {
  const channel = channelOfKey(event);
  if (channel) return () => onChannel(channel);
  if (!(event.ctrlKey || event.metaKey)) return null;
  if (['Enter', 's'].includes(event.key)) return onSave;
  return event.key === 'e' ? onMark : null;
}

/** Alt and a digit choose a channel, whatever the digit writes on this keyboard. */
function channelOfKey({ code, altKey, ctrlKey, metaKey }: KeyboardEvent): Channel | undefined {
  const digit = altKey && !ctrlKey && !metaKey ? /^(?:Digit|Numpad)([1-9])$/u.exec(code)?.[1] : undefined;
  return digit === undefined ? undefined : channels[Number(digit) - 1];
}
