import type { Channel } from '../models/entry.ts';

/**
 * Facets are words that nobody can write: they begin with a private-use character, the last of Unicode so that they
 * sort behind all words, that is taken out of all text before it is indexed. One word index then answers "these words, with this person, by this channel" in one step.
 * People and tags are told by their integer keys, which are never used again.
 */
export const FACET_MARK = '\u{10fffd}';

/** In every entry, so that a query of nothing but exclusions has something to exclude from. */
export const anyEntryFacet = `${FACET_MARK}a`;

/** Entries that name the person with number `n` in any way. */
export const personFacet = (n: number): string => `${FACET_MARK}p${n}`;

/** Entries in which the person with number `n` took part. */
export const takesPartFacet = (n: number): string => `${FACET_MARK}w${n}`;

/** Entries that the person with number `n` began, or the user for `me`. Numbers begin at 1. */
export const begunByFacet = (n: number | 'me'): string => `${FACET_MARK}b${n === 'me' ? 0 : n}`;

export const channelFacet = (channel: Channel): string => `${FACET_MARK}c${channel.toLowerCase()}`;

/** Entries with the tag number `n`. */
export const tagFacet = (n: number): string => `${FACET_MARK}t${n}`;
