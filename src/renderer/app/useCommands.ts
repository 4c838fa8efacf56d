import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../shared/contract/desktop.ts';
import { getBridge } from '../journal-client/bridge.ts';
import { commandOfKey } from './shortcuts.ts';

export type Commands = Readonly<Record<MenuCommand, () => void>>;

const listeners = new Set<(command: MenuCommand) => void>();

/** Does what a menu command does, from anywhere in the window. */
export function runCommand(command: MenuCommand): void {
  for (const listener of listeners) listener(command);
}

/** Does what the menu of the system, the keys of the window and {@link runCommand} ask for. */
export function useCommands(commands: Commands): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const { onMenu, platform } = getBridge();
    const run = (command: MenuCommand) => latest.current[command]();
    const onKey = (event: KeyboardEvent) => {
      // A list that is worked from a field (React Aria's Autocomplete) is told of the field's keys: they are no keys of ours.
      const isForwarded = event.target !== document.activeElement;
      const command = event.defaultPrevented || isForwarded ? null : commandOfKey(event, platform);
      if (!command) return;
      event.preventDefault();
      run(command);
    };
    const stopMenu = onMenu(run);
    listeners.add(run);
    addEventListener('keydown', onKey);
    return () => {
      stopMenu();
      listeners.delete(run);
      removeEventListener('keydown', onKey);
    };
  }, []);
}
