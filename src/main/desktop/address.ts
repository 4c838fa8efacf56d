export const SCHEME = 'app';
const HOST = 'kith';

/** The one page of the application. Where in it the user is, its `#` says. */
export const PAGE = `${SCHEME}://${HOST}/index.html`;

/** A page with nothing on it, which is of another site than {@link PAGE} and so has a process of its own. */
export const BLANK = 'data:text/html,<title>Kith</title>';

/** The address in `text`, or undefined if it is none. */
export function parseAddress(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Whether `address` is inside the application: `app://kith/…`, with nothing else in its authority. */
export function isInside(address: URL): boolean {
  const { protocol, hostname, port, username, password } = address;
  return protocol === `${SCHEME}:` && hostname === HOST && `${port}${username}${password}` === '';
}

/** Whether `text` is the address of the page itself, at any place in it. */
export function isPage(text: string): boolean {
  const address = parseAddress(text);
  return (
    address !== undefined && isInside(address) && address.pathname === '/index.html' && address.search === ''
  );
}
