/** Which kind words the page shows. It lives in the page's address. */
export interface KindWordsQuery {
  readonly text: string;
  readonly personId: string | null;
}

export const allKindWords: KindWordsQuery = { text: '', personId: null };

/** Reads the part of an address after its `?`. */
export function readKindWordsAddress(search: string): KindWordsQuery {
  const params = new URLSearchParams(search);
  return { text: params.get('find')?.slice(0, 200) ?? '', personId: params.get('with') };
}

/** The route to the page, such as `/kind-words?find=patience`. */
export function kindWordsHref({ text, personId }: KindWordsQuery): string {
  const params = new URLSearchParams();
  if (text !== '') params.set('find', text);
  if (personId !== null) params.set('with', personId);
  const query = params.toString();
  return query === '' ? '/kind-words' : `/kind-words?${query}`;
}
