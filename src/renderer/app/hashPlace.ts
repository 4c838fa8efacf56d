import { useSyncExternalStore } from 'react';
import type { BaseLocationHook, BaseSearchHook } from 'wouter';

/**
 * What the addresses of this window ask, by number. Addresses are known to the browser's own process, which outlives a
 * lock, and what they ask may be words that were searched for: so the address says `#/search?~3`, and what was asked
 * third stays in the window, whose process a lock ends.
 */
const questions: string[] = [];
const numbered = /^~(\d+)$/;

function numberOf(question: string): number {
  const known = questions.indexOf(question);
  return known >= 0 ? known : questions.push(question) - 1;
}

function addressOf(place: string): string {
  const [path, ...question] = place.split('?');
  return question.length === 0 ? `#${path}` : `#${path}?~${numberOf(question.join('?'))}`;
}

const parts = () => {
  const [path = '', ...question] = location.hash.replace(/^#?\/?/, '').split('?');
  const written = question.join('?');
  const number = numbered.exec(written)?.[1];
  return { path: `/${path}`, search: number === undefined ? written : (questions[Number(number)] ?? '') };
};

/** Where the window is, with what it asks there: `/search?q=tea`. */
export function placeNow(): string {
  const { path, search } = parts();
  return search === '' ? path : `${path}?${search}`;
}

/** Whether the window was just opened, and nobody has said yet where it should be. */
export function isAtStart(): boolean {
  return location.hash === '';
}

/**
 * Goes to a place of the window, `/search?q=tea`. It is kept whole in the hash: wouter's own hash locations put the
 * question into the address of the page itself.
 */
export function goTo(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  const place = to.startsWith('/') ? to : `/${to}`;
  const isFirst = isAtStart();
  if (place === placeNow() && !isFirst) return;
  const oldURL = location.href;
  history[replace || isFirst ? 'replaceState' : 'pushState'](null, '', addressOf(place));
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: location.href }));
}

/** Lets plain links that ask something, `#/search?q=tea`, go by {@link goTo}. Answers with how to stop that. */
export function followLinks(): () => void {
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
    const href = link?.getAttribute('href') ?? '';
    if (event.defaultPrevented || !href.includes('?')) return;
    event.preventDefault();
    goTo(href.slice(1));
  };
  addEventListener('click', follow);
  return () => removeEventListener('click', follow);
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

const useHashPath: BaseLocationHook = () => [useSyncExternalStore(subscribe, () => parts().path), goTo];

/** Wouter takes one layer of encoding off what this answers, and so would a reader of the question once more: hence one layer on. */
const useHashSearch: BaseSearchHook = () => useSyncExternalStore(subscribe, () => encodeURI(parts().search));

/** For wouter's `Router`: with it `useLocation`, `useSearch`, `Link` and plain `#/…` links all agree. */
export const hashPlace = {
  hook: useHashPath,
  searchHook: useHashSearch,
  hrefs: (href: string) => `#${href}`,
};
