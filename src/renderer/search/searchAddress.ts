/** `typing`: newest matches at every key. `best` and `newest`: every match, ranked or by day, after Enter. */
export type SearchMode = 'typing' | 'best' | 'newest';

/** All of the search page that lives in its address, so that Back returns to it as it was. */
export interface SearchAddress {
  readonly text: string;
  readonly mode: SearchMode;
  /** The id of the person or entry that was opened from here, to be found again on the way back. */
  readonly opened: string | null;
}

/** Reads the part of an address after its `?`. Whatever is not understood is left out. */
export function readSearchAddress(search: string): SearchAddress {
  const params = new URLSearchParams(search);
  const all = params.get('all');
  return {
    text: params.get('q') ?? '',
    mode: all === 'best' || all === 'newest' ? all : 'typing',
    opened: params.get('opened'),
  };
}

/** The route to a search, such as `/search?q=with%3Aada`. */
export function searchHref({ text, mode, opened }: SearchAddress): string {
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  if (mode !== 'typing') params.set('all', mode);
  if (opened !== null) params.set('opened', opened);
  const query = params.toString();
  return query === '' ? '/search' : `/search?${query}`;
}
