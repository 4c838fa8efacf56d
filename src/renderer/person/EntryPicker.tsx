import { type ReactElement, useMemo } from 'react';
import { hideMarks } from '../../shared/rules/marks.ts';
import { sayMentions } from '../../shared/rules/mentions.ts';
import { sayDate } from '../../shared/rules/sayTime.ts';
import { useJournal } from '../journal-client/index.ts';
import { Finder, type FinderOption } from '../timeline/Finder.tsx';
import { ChannelIcon } from '../ui/ChannelIcon.tsx';

export interface EntryPickerProps {
  /** Whose entries are offered before anything is typed. */
  readonly personId: string;
  /** A button of React Aria, or one made of it. */
  readonly trigger: ReactElement;
  readonly onPick: (entryId: string) => void;
}

/** Words of an entry that are enough to know it by. */
const OPENING = 60;
const OFFERED = 12;

/** A button that opens a field to search entries in; at first it offers the oldest ones with somebody. */
export function EntryPicker({ personId, trigger, onPick }: EntryPickerProps) {
  function useOptions(text: string) {
    return useEntriesLike(text, personId);
  }
  return (
    <Finder
      label="The entry that tells how you met"
      placeholder="Words of the entry, or a day"
      trigger={trigger}
      useOptions={useOptions}
      none="No entry has these words."
      onPick={({ id }) => onPick(id)}
    />
  );
}

function useEntriesLike(text: string, personId: string): readonly FinderOption[] {
  const typed = text.trim();
  const theirs = useJournal('entries.timeline', {
    filter: { personId },
    from: { newer: 0 },
    limit: OFFERED,
  }).data?.entries;
  const found = useJournal(
    'search.typing',
    { text: typed, limit: OFFERED },
    { enabled: typed !== '', keepPrevious: true },
  ).data?.entries;
  return useMemo(
    () =>
      typed === ''
        ? [...(theirs ?? [])]
            .reverse()
            .map((entry) => toOption({ ...entry, words: entry.title || entry.body }))
        : (found ?? []).map((entry) => toOption({ ...entry, words: entry.title || entry.snippet })),
    [typed, theirs, found],
  );
}

interface Offered {
  readonly id: string;
  readonly day: string;
  readonly channel: Parameters<typeof ChannelIcon>[0]['channel'];
  readonly words: string;
}

function toOption({ id, day, channel, words }: Offered): FinderOption {
  const opening = hideMarks(sayMentions(words)).replace(/\s+/gu, ' ').trim().slice(0, OPENING);
  return {
    id,
    text: `${sayDate(day)}: ${opening}`,
    before: <ChannelIcon channel={channel} size={15} silent />,
  };
}
