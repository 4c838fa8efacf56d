import type { Bridge } from '../../preload/bridge.ts';
import type { MenuCommand } from '../../shared/contract/desktop.ts';

interface Shortcut {
  /** As `Kbd` writes it; `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
  readonly keys: string;
  readonly does: string;
}

interface CommandShortcut extends Shortcut {
  readonly command: MenuCommand;
  /** What `KeyboardEvent.key` is, in lower case. */
  readonly key: string;
  readonly shift?: true;
  /** Where one types the key means something else. */
  readonly notWhileTyping?: true;
}

/** The keys that work everywhere in the window. */
export const commandShortcuts: readonly CommandShortcut[] = [
  { command: 'write', key: 'n', keys: 'Mod+N', does: 'Write' },
  { command: 'find', key: 'k', keys: 'Mod+K', does: 'Find anybody and anything' },
  { command: 'today', key: '1', keys: 'Mod+1', does: 'Go to today' },
  { command: 'journal', key: '2', keys: 'Mod+2', does: 'Go to the journal' },
  { command: 'people', key: '3', keys: 'Mod+3', does: 'Go to people' },
  { command: 'search', key: '4', keys: 'Mod+4', does: 'Go to search' },
  { command: 'promises', key: '5', keys: 'Mod+5', does: 'Go to promises' },
  { command: 'shelf', key: '6', keys: 'Mod+6', does: 'Go to the shelf' },
  { command: 'search', key: 'f', keys: 'Mod+F', does: 'Search' },
  {
    command: 'undo',
    key: 'z',
    keys: 'Mod+Z',
    does: 'Undo what was deleted or changed',
    notWhileTyping: true,
  },
  {
    command: 'redo',
    key: 'z',
    shift: true,
    keys: 'Mod+Shift+Z',
    does: 'Do it again',
    notWhileTyping: true,
  },
  { command: 'lock', key: 'l', keys: 'Mod+L', does: 'Lock the journal' },
  { command: 'settings', key: ',', keys: 'Mod+,', does: 'Settings' },
  { command: 'shortcuts', key: '?', keys: '?', does: 'Show these keys' },
  { command: 'shortcuts', key: '/', keys: 'Mod+/', does: 'The same, while writing' },
];

/** The keys that pages have for themselves, for the sheet that lists them. */
export const pageShortcuts: readonly { readonly where: string; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    where: 'Writing',
    shortcuts: [
      { keys: 'Mod+Enter', does: 'Save' },
      { keys: '@', does: 'Name somebody' },
      { keys: '#', does: 'Add a tag' },
      { keys: '!', does: 'Mark what a sentence tells of: !gave, !asked, !kind' },
      { keys: 'Mod+E', does: 'The same, from a list' },
      { keys: '/', does: 'Say how it passed: /call, /letter' },
      { keys: 'Alt+1…9', does: 'The same, by number' },
      { keys: 'Tab', does: 'Take what is offered' },
      { keys: 'Esc', does: 'Leave; what you wrote is kept' },
    ],
  },
  {
    where: 'In the journal',
    shortcuts: [
      { keys: 'N', does: 'Write' },
      { keys: 'J', does: 'The next entry' },
      { keys: 'K', does: 'The one before' },
      { keys: 'Enter', does: 'Open it' },
      { keys: 'E', does: 'Change it' },
      { keys: 'R', does: 'Remember something of it about somebody' },
      { keys: 'Delete', does: 'Delete it' },
      { keys: 'G', does: 'Go to a day' },
      { keys: '/', does: 'Search' },
    ],
  },
  {
    where: 'Among people',
    shortcuts: [
      { keys: '/', does: 'Find somebody; a letter does, too' },
      { keys: 'N', does: 'Add somebody' },
      { keys: 'Space', does: 'Choose somebody; with Shift, all up to them' },
      { keys: 'Mod+A', does: 'Choose everybody' },
      { keys: 'Delete', does: 'Delete whoever is chosen' },
      { keys: 'Esc', does: 'Choose nobody' },
    ],
  },
  {
    where: 'On somebody’s page',
    shortcuts: [
      { keys: 'F', does: 'Add something you know of them' },
      { keys: 'T', does: 'Add somebody who belongs to them' },
    ],
  },
  {
    where: 'In the network',
    shortcuts: [
      { keys: '← ↑ → ↓', does: 'Whoever is near; with Shift, move the picture' },
      { keys: 'PageDown', does: 'The next by name' },
      { keys: 'PageUp', does: 'The one before' },
      { keys: 'Plus', does: 'Nearer' },
      { keys: 'Minus', does: 'Further away' },
      { keys: '0', does: 'Show everybody' },
      { keys: 'Enter', does: 'Open their page' },
    ],
  },
  {
    where: 'Among promises',
    shortcuts: [
      { keys: 'N', does: 'Write one down' },
      { keys: 'J', does: 'The next' },
      { keys: 'K', does: 'The one before' },
      { keys: 'X', does: 'It is kept' },
      { keys: 'L', does: 'Let it go' },
      { keys: 'D', does: 'Another day' },
      { keys: 'Enter', does: 'Open its entry' },
    ],
  },
  {
    where: 'At the shelf',
    shortcuts: [
      { keys: 'N', does: 'Put something on it' },
      { keys: '/', does: 'Find something on it' },
    ],
  },
  {
    where: 'In the trash',
    shortcuts: [
      { keys: 'J', does: 'The next' },
      { keys: 'K', does: 'The one before' },
      { keys: 'Enter', does: 'Restore it' },
      { keys: 'X', does: 'Choose it' },
      { keys: 'Delete', does: 'Delete it for good' },
    ],
  },
];

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'>;

/** Which command a key press asks for, or null. `?` alone does not count where one types. */
export function commandOfKey(press: KeyPress, platform: Bridge['platform']): MenuCommand | null {
  const mod = platform === 'darwin' ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey;
  const found = commandShortcuts.find(
    ({ key, keys, shift = false }) =>
      key === press.key.toLowerCase() && (!keys.startsWith('Mod') || shift === press.shiftKey),
  );
  if (!found || press.altKey || (found.notWhileTyping && isTyping(press.target))) return null;
  if (found.keys.startsWith('Mod')) return mod ? found.command : null;
  return press.ctrlKey || press.metaKey || isTyping(press.target) ? null : found.command;
}

/** Whether keys that are pressed there are text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, [contenteditable], [role="textbox"]') !== null)
  );
}
