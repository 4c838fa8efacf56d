/** Somebody of the family, and through whom, by number. */
export interface FamilyTie {
  readonly kind: 'grandparent' | 'sibling' | 'otherParent' | 'grandchild';
  readonly n: number;
  readonly through: number;
}

/** Who are the parents and the children of somebody; each call may be a look into the store. */
export interface Parentage {
  readonly parentsOf: (n: number) => readonly number[];
  readonly childrenOf: (n: number) => readonly number[];
}

/**
 * What follows for a person from who is whose parent: their grandparents, siblings, the other parents of their children,
 * and grandchildren. Each person once for each kind, by way of the first who is found between them.
 */
export function findFamily(n: number, { parentsOf, childrenOf }: Parentage): readonly FamilyTie[] {
  const found = new Map<string, FamilyTie>();
  const add = (kind: FamilyTie['kind'], other: number, through: number) => {
    const key = `${kind} ${other}`;
    if (other !== n && other !== through && !found.has(key)) found.set(key, { kind, n: other, through });
  };
  const parents = parentsOf(n);
  const children = childrenOf(n);
  for (const parent of parents) for (const other of parentsOf(parent)) add('grandparent', other, parent);
  for (const parent of parents) for (const other of childrenOf(parent)) add('sibling', other, parent);
  for (const child of children) for (const other of parentsOf(child)) add('otherParent', other, child);
  for (const child of children) for (const other of childrenOf(child)) add('grandchild', other, child);
  return [...found.values()];
}
