import { useCallback, useMemo, useRef, useState } from 'react';
import type { PersonRow } from '../../shared/models/person.ts';
import { askJournal } from '../journal-client/index.ts';
import { sayError } from '../ui/telling.ts';
import { type PeopleQuery, peopleHref } from './peopleAddress.ts';

/** Whom the reader has chosen in the list, to do something with all of them. */
export interface Chosen {
  readonly ids: ReadonlySet<string>;
  /** Chooses somebody, or no more; with `isRange` all from the one before up to them. */
  readonly choose: (row: PersonRow, index: number, isRange: boolean) => void;
  readonly chooseAll: () => void;
  readonly chooseNone: () => void;
}

const nobody: ReadonlySet<string> = new Set();

/** Begins anew where other people are shown: nobody should be changed out of sight. In another order they are the same. */
export function useChosen(shown: PeopleQuery): Chosen {
  const [{ ids, of }, setChosen] = useState({ ids: nobody, of: '' });
  const last = useRef<number | null>(null);
  const whom = peopleHref({ ...shown, sort: 'name', descending: false });
  const chosen = of === whom ? ids : nobody;

  const change = useCallback(
    (next: (before: ReadonlySet<string>) => ReadonlySet<string>) =>
      setChosen((before) => ({ ids: next(before.of === whom ? before.ids : nobody), of: whom })),
    [whom],
  );
  const chooseNone = useCallback(() => {
    last.current = null;
    change(() => nobody);
  }, [change]);
  const chooseStretch = useCallback(
    async (from: number, to: number) => {
      const all = await idsShown(shown);
      const stretch = all.slice(Math.min(from, to), Math.max(from, to) + 1);
      change((before) => new Set([...before, ...stretch]));
    },
    [change, shown],
  );
  const choose = useCallback(
    (row: PersonRow, index: number, isRange: boolean) => {
      const from = last.current;
      last.current = index;
      if (isRange && from !== null) void chooseStretch(from, index);
      else change((before) => toggle(before, row.id));
    },
    [change, chooseStretch],
  );
  const chooseAll = useCallback(async () => {
    const all = await idsShown(shown);
    change(() => new Set(all));
  }, [change, shown]);
  return useMemo(
    () => ({ ids: chosen, choose, chooseAll: () => void chooseAll(), chooseNone }),
    [chosen, choose, chooseAll, chooseNone],
  );
}

function toggle(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}

/** In the order of the list: also those that nobody has scrolled to. */
async function idsShown(shown: PeopleQuery): Promise<readonly string[]> {
  try {
    return await askJournal('bulk.ids', shown);
  } catch (error) {
    sayError(error);
    return [];
  }
}
