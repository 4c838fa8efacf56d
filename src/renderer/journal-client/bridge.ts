import type { Bridge } from '../../preload/bridge.ts';

let current: Bridge | undefined;

/** The window's way out: what the preload put on `window.kith`, or what a test set instead. */
export function getBridge(): Bridge {
  return current ?? globalThis.kith;
}

/** Replaces the bridge, so that a test can stand a real journal of its own process behind the interface. */
export function setBridge(bridge: Bridge | undefined): void {
  current = bridge;
}
