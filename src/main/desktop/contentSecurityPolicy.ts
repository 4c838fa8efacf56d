/** What the build writes wherever a nonce belongs; see `electron.vite.config.ts`. */
export const NONCE_PLACEHOLDER = '__KITH_NONCE__';

/**
 * What a page may load: nothing but its own script, styles, fonts and pictures. Photos of people are drawn, not loaded.
 * `nonce` is for the styles that the text editor and React Aria write at run time; it is fresh for every page.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `font-src 'self'`,
    `img-src 'self'`,
    `connect-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}
