import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../shared/contract/desktop.ts';
import { getBridge } from '../journal-client/bridge.ts';
import { commandOfKey } from './shortcuts.ts';

export type Commands = Readonly<Record<MenuCommand, () => void>>;

/** Does what the menu of the system and the keys of the window ask for. */
export function useCommands(commands: Commands): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const { onMenu, platform } = getBridge();
    const stopMenu = onMenu((command) => latest.current[command]());
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = commandOfKey(event, platform);
      if (!command) return;
      event.preventDefault();
      latest.current[command]();
    };
    addEventListener('keydown', onKey);
    return () => {
      stopMenu();
      removeEventListener('keydown', onKey);
    };
  }, []);
}
