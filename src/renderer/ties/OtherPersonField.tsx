import { useMemo } from 'react';
import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useJournal } from '../journal-client/index.ts';
import { Avatar } from '../ui/Avatar.tsx';
import field from '../ui/field.module.css';
import { Icon } from '../ui/Icon.tsx';
import menu from '../ui/Menu.module.css';
import type { OtherPerson } from './tieActions.ts';

export interface OtherPersonFieldProps {
  readonly label: string;
  /** What is typed. */
  readonly text: string;
  /** Somebody who can’t be chosen here. */
  readonly without: string;
  readonly errorMessage?: string | undefined;
  readonly autoFocus?: boolean;
  /** Typing chooses nobody; taking a name from the list does. */
  readonly onChange: (text: string, chosen: OtherPerson | null) => void;
}

/** Stands for “somebody new” among the ids of the list. */
const NEW = 'new';
const LONGEST_NAME = 200;

interface Offered {
  readonly id: string;
  readonly name: string;
  readonly photoId: string | null;
}

/** A name to type, completed from those in the journal; whoever is not there can be added. */
export function OtherPersonField(props: OtherPersonFieldProps) {
  const { label, text, without, errorMessage, autoFocus = false, onChange } = props;
  const offered = useOffered(text, without);
  return (
    <ComboBox
      className={field['field'] ?? ''}
      inputValue={text}
      items={offered}
      allowsCustomValue
      menuTrigger="input"
      isInvalid={Boolean(errorMessage)}
      onInputChange={(typed) => {
        if (typed !== text) onChange(typed.slice(0, LONGEST_NAME), null);
      }}
      onSelectionChange={(key) => {
        const chosen = offered.find(({ id }) => id === key);
        if (chosen) onChange(chosen.name, { id: chosen.id === NEW ? null : chosen.id, name: chosen.name });
      }}
    >
      <Label className={field['label']}>{label}</Label>
      <Input className={field['input'] ?? ''} placeholder="A name" autoFocus={autoFocus} />
      <FieldError className={field['error'] ?? ''}>{errorMessage}</FieldError>
      <Popover className={menu['popover'] ?? ''} offset={4}>
        <ListBox className={menu['list'] ?? ''}>
          {({ id, name, photoId }: Offered) => (
            <ListBoxItem id={id} textValue={name} className={menu['item'] ?? ''}>
              {id === NEW ? (
                <Icon name="plus" size={17} />
              ) : (
                <Avatar id={id} name={name} photoId={photoId} size="s" />
              )}
              <span className={menu['text']}>
                {id === NEW ? `Add “${name}” to your people` : <bdi>{name}</bdi>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** People whose names are like what is typed, and, unless one is called just so, somebody new. */
function useOffered(text: string, without: string): readonly Offered[] {
  const typed = text.trim();
  const { data } = useJournal('people.suggest', { text: typed }, { keepPrevious: true });
  return useMemo(() => {
    const known = (data ?? []).filter(({ id }) => id !== without);
    const isKnown = known.some(({ name }) => isSameName(name, typed));
    return typed === '' || isKnown ? known : [...known, { id: NEW, name: typed, photoId: null }];
  }, [data, typed, without]);
}

/** Whether two names are written the same but for case. */
export function isSameName(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();
}
