import { expect, test } from 'vitest';
import { payloads } from '../e2e/support/payloads.ts';

// tests/e2e/payloads.spec.ts shows that no payload runs in Kith. That would mean little if none ran anywhere.

/** The part of jsdom that is used here; it brings no types. */
interface Jsdom {
  readonly JSDOM: new (
    page: string,
    options: { readonly runScripts: 'dangerously' },
  ) => { readonly window: { readonly close: () => void } };
}

test('payloads run where text is taken for a page', async () => {
  const jsdom: unknown = await import('jsdom' as string);
  const { JSDOM } = jsdom as Jsdom;
  const ran = payloads.filter((payload) => {
    const { window } = new JSDOM(`<body>${payload}</body>`, { runScripts: 'dangerously' });
    const found = 'ran' in window;
    window.close();
    return found;
  });
  // jsdom loads and draws nothing, so most events never come about in it.
  expect(ran.length).toBeGreaterThan(25);
});
