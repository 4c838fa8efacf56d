import { type ReactElement, useMemo } from 'react';
import { useJournal } from '../journal-client/index.ts';
import { Icon } from '../ui/Icon.tsx';
import { Finder } from './Finder.tsx';

export interface TagPickerProps {
  readonly label: string;
  /** A button of React Aria, or one made of it. */
  readonly trigger: ReactElement;
  readonly onPick: (tag: string) => void;
}

/** A button that opens a field for a tag, and the tags that begin so. */
export function TagPicker({ label, trigger, onPick }: TagPickerProps) {
  return (
    <Finder
      label={label}
      placeholder="A tag"
      trigger={trigger}
      useOptions={useTagsLike}
      none="No such tag."
      onPick={({ id }) => onPick(id)}
    />
  );
}

function useTagsLike(text: string) {
  const wanted = text.replace(/^#/u, '').trim();
  const tags = useJournal('tags.suggest', { text: wanted, limit: 20 }, { keepPrevious: true }).data;
  return useMemo(
    () => (tags ?? []).map(({ tag }) => ({ id: tag, text: tag, before: <Icon name="tag" size={15} /> })),
    [tags],
  );
}
