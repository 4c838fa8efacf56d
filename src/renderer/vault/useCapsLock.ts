import { type KeyboardEvent, useState } from 'react';

/** Whether caps lock is on, as far as the last key press told. Put `onKeyUp` and `onKeyDown` round the field. */
export function useCapsLock() {
  const [isOn, setOn] = useState(false);
  const look = (event: KeyboardEvent) => setOn(event.getModifierState('CapsLock'));
  return { isOn, listeners: { onKeyDown: look, onKeyUp: look } };
}
