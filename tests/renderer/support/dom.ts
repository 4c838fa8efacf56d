import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, vi } from 'vitest';
import { toastQueue } from '../../../src/renderer/ui/toasts.ts';

/**
 * What jsdom lacks because it lays nothing out. Every element says that it is 800 by 600, so that a list of which only
 * what is seen exists has something to show, and observers of sizes stay silent.
 */
export function prepareDom(): void {
  // Long enough for a machine that is busy with other things: nothing here is a measure of time.
  vi.setConfig({ testTimeout: 120_000 });
  configure({ asyncUtilTimeout: 30_000 });
  // The whole page in every failure would hide what failed.
  configure({ getElementError: (message) => new Error(message ?? 'Not found.') });
  beforeAll(() => {
    const size = { offsetWidth: 800, offsetHeight: 600, clientWidth: 800, clientHeight: 600 };
    for (const [name, value] of Object.entries(size)) {
      Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
    }
    // A list of which only what is seen exists says how high the whole of it is.
    Object.defineProperty(HTMLElement.prototype, 'scrollHeight', {
      configurable: true,
      get(this: HTMLElement) {
        const whole = this.querySelector<HTMLElement>('[style*="height"]')?.style.height ?? '';
        return Math.max(size.clientHeight, Number.parseFloat(whole) || 0);
      },
    });
    globalThis.ResizeObserver ??= SilentObserver;
    globalThis.IntersectionObserver ??= SilentObserver as unknown as typeof IntersectionObserver;
    Element.prototype.scrollIntoView ??= () => undefined;
    Element.prototype.scrollTo = function scrollTo(this: Element, to?: ScrollToOptions | number, y?: number) {
      this.scrollTop = typeof to === 'number' ? (y ?? 0) : (to?.top ?? this.scrollTop);
      this.dispatchEvent(new Event('scroll'));
    } as Element['scrollTo'];
    window.matchMedia ??= (media) =>
      Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
    Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
    Range.prototype.getBoundingClientRect ??= () => new DOMRect();
  });
  afterEach(() => {
    cleanup();
    toastQueue.clear();
    history.replaceState(null, '', '#/');
  });
}

class SilentObserver implements ResizeObserver {
  observe(): void {
    // Nothing ever changes its size here.
  }
  unobserve(): void {
    // As above.
  }
  disconnect(): void {
    // As above.
  }
}
