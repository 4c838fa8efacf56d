/** What of the shelf is shown. It lives in the page's address. */
export interface ShelfQuery {
  readonly text: string;
  readonly topic: string | null;
}

/** Reads the part of an address after its `?`. */
export function readShelfAddress(search: string): ShelfQuery {
  const params = new URLSearchParams(search);
  return { text: params.get('find') ?? '', topic: params.get('topic')?.slice(0, 100) ?? null };
}

/** The route to a part of the shelf, such as `/shelf?topic=bees`. */
export function shelfHref({ text, topic }: ShelfQuery): string {
  const params = new URLSearchParams();
  if (text !== '') params.set('find', text);
  if (topic !== null) params.set('topic', topic);
  const query = params.toString();
  return query === '' ? '/shelf' : `/shelf?${query}`;
}
