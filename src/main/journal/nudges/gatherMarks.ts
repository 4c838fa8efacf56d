import { dayNumber, dayOfNumber } from '../../../shared/models/day.ts';
import type { ExchangeKind } from '../../../shared/models/exchange.ts';
import { type GatheredMark, MARK_DAYS } from '../../../shared/rules/nudges/marks.ts';
import { dayOfKey, firstKeyOf, lastKeyOf } from '../entries/entryKey.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import type { KnownPeople } from './gatherPeople.ts';

interface MarkSqlRow {
  readonly k: number;
  readonly position: number;
  readonly person_n: number;
  readonly kind: ExchangeKind;
  readonly begins: number;
  readonly ends: number;
  readonly id: string;
}

/** The kinds of marks that nudges look at. */
const kinds = JSON.stringify(['asked', 'gave', 'thanked', 'kind', 'introduced'] satisfies ExchangeKind[]);

/** What passed between the user and others within half a year, up to and with `today`, in the order of time. */
export function gatherMarks(store: Store, people: KnownPeople, today: string): readonly GatheredMark[] {
  const first = dayOfNumber(Math.max(1, dayNumber(today) - MARK_DAYS));
  return statement<[string, number, number], MarkSqlRow>(
    store,
    `SELECT mark.k, position, person_n, mark.kind, begins, ends, entry.id
     FROM json_each(?) AS wanted
     CROSS JOIN exchange AS mark INDEXED BY exchange_by_kind
       ON mark.kind = wanted.value AND mark.k BETWEEN ? AND ?
     CROSS JOIN entry ON entry.k = mark.k`,
  )
    .all(kinds, firstKeyOf(first), lastKeyOf(today))
    .sort((a, b) => a.k - b.k || a.position - b.position)
    .flatMap(({ k, person_n, kind, begins, ends, id }) => {
      const person = people.get(person_n);
      return person ? [{ person, kind, entryId: id, day: dayOfKey(k), begins, ends }] : [];
    });
}
