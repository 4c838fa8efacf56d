import type { FamilyMember } from '../../../shared/contract/ties.ts';
import { findFamily } from '../../../shared/rules/network/findFamily.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { nameOf } from './readTies.ts';

/** A family as large as any; what is beyond is not shown. */
const MOST = 200;

/** Who belongs to the family of the person `n` by way of parents and children, and has no tie of family with them. */
export function readFamily({ db, people }: JournalContext, n: number): FamilyMember[] {
  const tied = familyTied(db, n);
  const known = (numbers: readonly number[]) => numbers.filter((one) => people.name(one) !== undefined);
  const family = findFamily(n, {
    parentsOf: (of) => known(parentsOf(db, of)),
    childrenOf: (of) => known(childrenOf(db, of)),
  });
  return family
    .filter((one) => one.kind === 'otherParent' || !tied.has(one.n))
    .slice(0, MOST)
    .flatMap(({ kind, n: number, through: between }) => {
      const [other, through] = [people.name(number), people.name(between)];
      return other && through ? [{ kind, other: nameOf(other), through: nameOf(through) }] : [];
    });
}

function parentsOf(store: Store, n: number): readonly number[] {
  return statement<[number], number>(
    store,
    `SELECT from_n FROM tie WHERE to_n = ? AND kind = 'parent' ORDER BY created_at, id`,
  )
    .pluck()
    .all(n);
}

function childrenOf(store: Store, n: number): readonly number[] {
  return statement<[number], number>(
    store,
    `SELECT to_n FROM tie WHERE from_n = ? AND kind = 'parent' ORDER BY created_at, id`,
  )
    .pluck()
    .all(n);
}

function familyTied(store: Store, n: number): ReadonlySet<number> {
  return new Set(
    statement<[object], number>(
      store,
      `SELECT to_n FROM tie WHERE from_n = @n AND kind IN ('parent', 'sibling')
       UNION ALL SELECT from_n FROM tie WHERE to_n = @n AND kind IN ('parent', 'sibling')`,
    )
      .pluck()
      .all({ n }),
  );
}
