import { type ReactElement, useMemo } from 'react';
import { useJournal } from '../journal-client/index.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Finder } from './Finder.tsx';

export interface PersonPickerProps {
  /** Names what is chosen for: “Filter by a person”. */
  readonly label: string;
  /** A button of React Aria, or one made of it. */
  readonly trigger: ReactElement;
  /** Somebody who can’t be chosen here. */
  readonly without?: string;
  readonly onPick: (person: { readonly id: string; readonly name: string }) => void;
}

/** A button that opens a field for a name, and those whose names are like it. */
export function PersonPicker({ label, trigger, without, onPick }: PersonPickerProps) {
  function useOptions(text: string) {
    return usePeopleLike(text, without);
  }
  return (
    <Finder
      label={label}
      placeholder="A name"
      trigger={trigger}
      useOptions={useOptions}
      none="Nobody of that name."
      onPick={({ id, text }) => onPick({ id, name: text })}
    />
  );
}

function usePeopleLike(text: string, without: string | undefined) {
  const people = useJournal('people.suggest', { text }, { keepPrevious: true }).data;
  return useMemo(
    () =>
      (people ?? [])
        .filter(({ id }) => id !== without)
        .map(({ id, name, photoId }) => ({
          id,
          text: name,
          before: <Avatar id={id} name={name} photoId={photoId} size="s" />,
        })),
    [people, without],
  );
}
