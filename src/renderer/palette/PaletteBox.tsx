import { type ReactNode, useRef, useState } from 'react';
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, TextField } from 'react-aria-components';
import { callName } from '../../shared/models/person.ts';
import { sayDayBriefly } from '../../shared/rules/sayTime.ts';
import { goTo } from '../app/hashPlace.ts';
import { useThemeChoice } from '../settings/useTheme.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { ChannelIcon } from '../ui/ChannelIcon.tsx';
import { Highlighted } from '../ui/Highlighted.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useToday } from '../ui/useToday.ts';
import { findCommands, listCommands } from './commands.ts';
import styles from './Palette.module.css';
import { useEarlyEnter } from './useEarlyEnter.ts';
import { fullNameBeside, usePaletteResults } from './usePaletteResults.ts';

export interface PaletteBoxProps {
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}

/** The field and what it finds. The first thing found is chosen by Enter. */
export function PaletteBox({ onClose, onShortcuts }: PaletteBoxProps) {
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const today = useToday();
  const [, chooseTheme] = useThemeChoice();
  const { people, entries, isCurrent } = usePaletteResults(text);
  const list = useRef<HTMLDivElement>(null);
  const { onKeyDownCapture } = useEarlyEnter(list, isCurrent);
  const commands = findCommands(listCommands({ chooseTheme, showShortcuts: onShortcuts }), text);
  const then = (run: () => void) => () => {
    onClose();
    run();
  };
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <TextField aria-label="Find anybody and anything" autoFocus className={styles['field'] ?? ''}>
        <Icon name="search" size={20} />
        <Input
          className={styles['input'] ?? ''}
          placeholder="A name, a word, or something to do"
          onKeyDownCapture={onKeyDownCapture}
        />
      </TextField>
      <Menu ref={list} className={styles['list'] ?? ''} aria-label="Found">
        {people.length > 0 && (
          <Group title={text === '' ? 'Lately' : 'People'}>
            {people.map((person) => (
              <Row
                key={person.id}
                id={`person-${person.id}`}
                words={callName(person)}
                beside={fullNameBeside(person)}
                onAction={then(() => goTo(`/person/${person.id}`))}
                sign={<Avatar id={person.id} name={person.name} photoId={person.photoId} size="s" />}
              />
            ))}
          </Group>
        )}
        {commands.length > 0 && (
          <Group title="Do">
            {commands.map((command) => (
              <Row
                key={command.id}
                id={command.id}
                words={command.label}
                onAction={then(command.run)}
                sign={<Icon name={command.icon} size={18} />}
                end={command.keys && <Kbd keys={command.keys} />}
              />
            ))}
          </Group>
        )}
        {entries.length > 0 && (
          <Group title="In the journal">
            {entries.map((hit) => (
              <Row
                key={hit.id}
                id={`entry-${hit.id}`}
                words={hit.title || hit.snippet}
                shown={<Highlighted {...textOf(hit)} />}
                onAction={then(() =>
                  goTo(`/entry/${hit.id}${hit.matchAt === null ? '' : `?at=${hit.matchAt}`}`),
                )}
                sign={<ChannelIcon channel={hit.channel} />}
                end={sayDayBriefly(hit.day, today)}
              />
            ))}
          </Group>
        )}
        {text !== '' && (
          <Group title="Everywhere">
            <Row
              id="everywhere"
              words={`Search for “${text}”`}
              onAction={then(() => goTo(`/search?q=${encodeURIComponent(text)}`))}
              sign={<Icon name="search" size={18} />}
            />
          </Group>
        )}
      </Menu>
    </Autocomplete>
  );
}

function textOf(hit: {
  title: string;
  titleHighlights: [number, number][];
  snippet: string;
  snippetHighlights: [number, number][];
}) {
  return hit.title
    ? { text: hit.title, ranges: hit.titleHighlights }
    : { text: hit.snippet, ranges: hit.snippetHighlights };
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <MenuSection className={styles['group'] ?? ''}>
      <Header className={styles['heading'] ?? ''}>{title}</Header>
      {children}
    </MenuSection>
  );
}

interface RowProps {
  readonly id: string;
  /** What it is called. */
  readonly words: string;
  /** Shown instead of the words. */
  readonly shown?: ReactNode;
  readonly beside?: string;
  readonly sign: ReactNode;
  readonly end?: ReactNode;
  readonly onAction: () => void;
}

function Row({ id, words, shown, beside, sign, end, onAction }: RowProps) {
  return (
    <MenuItem id={id} textValue={words} onAction={onAction} className={styles['row'] ?? ''}>
      <span className={styles['sign']}>{sign}</span>
      <span className={styles['words']}>
        {shown ?? words}
        {beside && <span className={styles['beside']}> {beside}</span>}
      </span>
      {end && <span className={styles['end']}>{end}</span>}
    </MenuItem>
  );
}
