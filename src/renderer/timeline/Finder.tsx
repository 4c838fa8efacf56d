import { type ReactElement, type ReactNode, useState } from 'react';
import { Autocomplete, Dialog, DialogTrigger, Menu, MenuItem, Popover } from 'react-aria-components';
import { SearchField } from '../ui/SearchField.tsx';
import styles from './Finder.module.css';

export interface FinderOption {
  readonly id: string;
  readonly text: string;
  readonly before?: ReactNode;
}

export interface FinderProps {
  /** Names what is chosen for: “Filter by a person”. */
  readonly label: string;
  readonly placeholder: string;
  /** A button of React Aria, or one made of it. */
  readonly trigger: ReactElement;
  /** A hook that finds what is like a text. */
  readonly useOptions: (text: string) => readonly FinderOption[];
  /** Shown where nothing is found. */
  readonly none: string;
  readonly onPick: (option: FinderOption) => void;
}

/** A button that opens a field to type into, and what is found by it. Arrows move, Enter picks. */
export function Finder({ trigger, onPick, ...props }: FinderProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      {trigger}
      <Popover className={styles['popover'] ?? ''} offset={6} placement="bottom start">
        <Dialog aria-label={props.label} className={styles['dialog'] ?? ''}>
          <Found
            {...props}
            onPick={(option) => {
              setOpen(false);
              onPick(option);
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Found({ label, placeholder, useOptions, none, onPick }: Omit<FinderProps, 'trigger'>) {
  const [text, setText] = useState('');
  const options = useOptions(text);
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <SearchField label={label} placeholder={placeholder} autoFocus />
      <Menu
        aria-label={label}
        className={styles['list'] ?? ''}
        items={options}
        renderEmptyState={() => <p className={styles['none']}>{none}</p>}
        onAction={(key) => {
          const option = options.find(({ id }) => id === key);
          if (option) onPick(option);
        }}
      >
        {(option) => (
          <MenuItem id={option.id} textValue={option.text} className={styles['item'] ?? ''}>
            {option.before}
            {option.text}
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}
