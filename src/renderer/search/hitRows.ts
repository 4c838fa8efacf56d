import type { EntryHit, PersonHit } from '../../shared/contract/search.ts';

/** What can be opened from a search. */
export type Hit =
  | { readonly kind: 'person'; readonly person: PersonHit }
  | { readonly kind: 'entry'; readonly entry: EntryHit };

/** A line of the list of hits. `index` counts hits only: it is what is selected. */
export type HitRow =
  | { readonly kind: 'heading'; readonly key: string; readonly words: string }
  | { readonly kind: 'hit'; readonly key: string; readonly hit: Hit; readonly index: number };

/** The hits of an answer in the order of their list: people first, then entries. */
export function hitsOf(answer: {
  readonly people: readonly PersonHit[];
  readonly entries: readonly EntryHit[];
}): readonly Hit[] {
  return [
    ...answer.people.map((person) => ({ kind: 'person', person }) as const),
    ...answer.entries.map((entry) => ({ kind: 'entry', entry }) as const),
  ];
}

/** The hits with a heading above each kind. People without an entry are followed by a heading that says so. */
export function hitRows(
  hits: readonly Hit[],
  headings: { readonly people: string; readonly entries: string },
): readonly HitRow[] {
  const rows: HitRow[] = [];
  hits.forEach((hit, index) => {
    if (hits[index - 1]?.kind !== hit.kind) {
      const words = hit.kind === 'person' ? headings.people : headings.entries;
      rows.push({ kind: 'heading', key: `heading ${hit.kind}`, words });
    }
    rows.push({ kind: 'hit', key: `${hit.kind} ${hitId(hit)}`, hit, index });
  });
  if (hits.length > 0 && hits.at(-1)?.kind === 'person') {
    rows.push({ kind: 'heading', key: 'heading entry', words: headings.entries });
  }
  return rows;
}

export function hitId(hit: Hit): string {
  return hit.kind === 'person' ? hit.person.id : hit.entry.id;
}

/** Where a hit is read: an entry at the first of the words that were searched for. */
export function hitHref(hit: Hit): string {
  if (hit.kind === 'person') return `/person/${hit.person.id}`;
  const { id, matchAt } = hit.entry;
  return matchAt === null ? `/entry/${id}` : `/entry/${id}?at=${matchAt}`;
}
