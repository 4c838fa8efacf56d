import type { EntryFilter } from '../../shared/contract/entries.ts';
import { isDay } from '../../shared/models/day.ts';
import { channel as channelSchema } from '../../shared/models/entry.ts';
import { id as idSchema } from '../../shared/models/ids.ts';
import { tag as tagSchema } from '../../shared/models/tag.ts';

/** What the journal page shows: which entries, and from which day on. */
export interface JournalAddress {
  readonly filter: EntryFilter;
  /** Null is the newest. */
  readonly day: string | null;
}

/** Reads the part of an address after its `?`. What makes no sense in it is left out. */
export function readJournalAddress(search: string): JournalAddress {
  const said = new URLSearchParams(search);
  const person = idSchema.safeParse(said.get('person'));
  const channel = channelSchema.safeParse(said.get('channel'));
  const tag = tagSchema.safeParse(said.get('tag'));
  const circle = said.get('circle');
  const day = said.get('day');
  return {
    filter: {
      ...(person.success ? { personId: person.data } : {}),
      ...(circle ? { circleId: circle } : {}),
      ...(channel.success ? { channel: channel.data } : {}),
      ...(tag.success ? { tag: tag.data } : {}),
    },
    day: day && isDay(day) ? day : null,
  };
}

/** The address of a {@link JournalAddress}, such as `/?channel=call&day=2026-11-17`. */
export function journalHref({ filter, day }: JournalAddress): string {
  const parts = [
    ['person', filter.personId],
    ['circle', filter.circleId],
    ['channel', filter.channel],
    ['tag', filter.tag],
    ['day', day],
  ].filter((part): part is [string, string] => Boolean(part[1]));
  return parts.length === 0 ? '/' : `/?${new URLSearchParams(parts)}`;
}

/** Whether the address leaves out any entries. */
export function isFiltered({ filter }: JournalAddress): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}
