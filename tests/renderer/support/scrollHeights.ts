import { afterAll, beforeAll } from 'vitest';

/**
 * jsdom lays nothing out, so what scrolls does not know how long it is. With this, it is as long as the styles of what
 * is in it say, so that the end of a virtual list can be reached.
 */
export function prepareScrollHeights(): void {
  beforeAll(() => {
    Object.defineProperty(HTMLElement.prototype, 'scrollHeight', {
      configurable: true,
      get(this: HTMLElement) {
        const heights = [...this.querySelectorAll<HTMLElement>('[style*="height"]')].map(
          (element) => Number.parseInt(element.style.height, 10) || 0,
        );
        return Math.max(0, ...heights);
      },
    });
  });
  afterAll(() => {
    Reflect.deleteProperty(HTMLElement.prototype, 'scrollHeight');
  });
}
