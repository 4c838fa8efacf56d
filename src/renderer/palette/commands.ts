import { fold } from '../../shared/rules/fold.ts';
import { goTo } from '../app/hashPlace.ts';
import { undoLast } from '../app/undo.ts';
import { askToWrite } from '../app/writing.ts';
import { askToRemember } from '../facts/remember/askToRemember.ts';
import type { Theme } from '../settings/useTheme.ts';
import { askToShelve } from '../shelf/askToShelve.ts';
import type { IconName } from '../ui/Icon.tsx';
import { lockNow } from '../vault/lockNow.ts';

/** Something that the palette can do. */
export interface PaletteCommand {
  readonly id: string;
  readonly label: string;
  /** Other words under which somebody may look for it. */
  readonly alias: string;
  readonly icon: IconName;
  readonly keys?: string;
  readonly run: () => void;
}

export interface CommandReach {
  readonly chooseTheme: (theme: Theme) => void;
  readonly showShortcuts: () => void;
}

/** Everything that the palette can do, the most wanted first. */
export function listCommands({ chooseTheme, showShortcuts }: CommandReach): readonly PaletteCommand[] {
  const go = (path: string) => () => goTo(path);
  const theme = (to: Theme) => () => chooseTheme(to);
  return [
    {
      id: 'write',
      label: 'Write',
      alias: 'new entry note',
      icon: 'pen',
      keys: 'Mod+N',
      run: () => askToWrite(),
    },
    {
      id: 'remember',
      label: 'Remember this about …',
      alias: 'fact keep selected words note know',
      icon: 'note',
      keys: 'R',
      run: () => askToRemember(),
    },
    {
      id: 'today',
      label: 'Go to today',
      alias: 'nudges whom daily three home',
      icon: 'sun',
      keys: 'Mod+1',
      run: go('/today'),
    },
    {
      id: 'journal',
      label: 'Go to the journal',
      alias: 'timeline',
      icon: 'book',
      keys: 'Mod+2',
      run: go('/'),
    },
    {
      id: 'people',
      label: 'Go to people',
      alias: 'contacts',
      icon: 'people',
      keys: 'Mod+3',
      run: go('/people'),
    },
    {
      id: 'lookAlikes',
      label: 'Find people who are here twice',
      alias: 'duplicates merge look-alikes',
      icon: 'people',
      run: go('/look-alikes'),
    },
    { id: 'search', label: 'Go to search', alias: 'find', icon: 'search', keys: 'Mod+4', run: go('/search') },
    {
      id: 'promises',
      label: 'Go to promises',
      alias: 'owe owed debts replies ledger',
      icon: 'promise',
      keys: 'Mod+5',
      run: go('/promises'),
    },
    {
      id: 'kindWords',
      label: 'Go to kind words',
      alias: 'praise thanks compliments said of me',
      icon: 'letter',
      run: go('/kind-words'),
    },
    {
      id: 'shelf',
      label: 'Go to the shelf',
      alias: 'share things worth sharing links',
      icon: 'shelf',
      keys: 'Mod+6',
      run: go('/shelf'),
    },
    {
      id: 'shelve',
      label: 'Put on the shelf',
      alias: 'share link save later thing news',
      icon: 'plus',
      run: () => askToShelve(),
    },
    {
      id: 'transfer',
      label: 'Bring in & take out',
      alias: 'import export backup markdown json',
      icon: 'box',
      run: go('/transfer'),
    },
    {
      id: 'lock',
      label: 'Lock the journal',
      alias: 'close leave away private',
      icon: 'lock',
      keys: 'Mod+L',
      run: lockNow,
    },
    {
      id: 'trash',
      label: 'Trash',
      alias: 'deleted restore bring back',
      icon: 'trash',
      run: go('/trash'),
    },
    {
      id: 'undo',
      label: 'Undo what was deleted or changed',
      alias: 'take back',
      icon: 'undo',
      keys: 'Mod+Z',
      run: () => void undoLast(),
    },
    {
      id: 'settings',
      label: 'Settings',
      alias: 'preferences about',
      icon: 'gear',
      keys: 'Mod+,',
      run: go('/settings'),
    },
    {
      id: 'shortcuts',
      label: 'Show the keys',
      alias: 'keyboard shortcuts help',
      icon: 'keyboard',
      keys: '?',
      run: showShortcuts,
    },
    { id: 'light', label: 'Paper', alias: 'light theme appearance day', icon: 'sun', run: theme('light') },
    {
      id: 'dark',
      label: 'Lamplight',
      alias: 'dark theme appearance night',
      icon: 'moon',
      run: theme('dark'),
    },
    {
      id: 'system',
      label: 'Look like the system',
      alias: 'theme appearance automatic',
      icon: 'gear',
      run: theme('system'),
    },
  ];
}

/** The commands of which every word of `text` begins a word. Of an empty text, all. */
export function findCommands(commands: readonly PaletteCommand[], text: string): readonly PaletteCommand[] {
  const wanted = wordsOf(text);
  return commands.filter(({ label, alias }) => {
    const words = wordsOf(`${label} ${alias}`);
    return wanted.every((begin) => words.some((word) => word.startsWith(begin)));
  });
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
