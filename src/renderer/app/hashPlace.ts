import { useSyncExternalStore } from 'react';
import type { BaseLocationHook, BaseSearchHook } from 'wouter';

/**
 * Where the window is, kept whole in the hash: `#/search?q=tea`. Wouter's own hash locations put the question into the
 * address of the page itself, so that a plain link with one would not work.
 */
export function goTo(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  const address = `#${to.startsWith('/') ? to : `/${to}`}`;
  if (address === location.hash) return;
  const oldURL = location.href;
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: location.href }));
}

const parts = () => {
  const [path = '', ...question] = location.hash.replace(/^#?\/?/, '').split('?');
  return { path: `/${path}`, search: question.join('?') };
};

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
