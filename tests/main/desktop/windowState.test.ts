import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  boundsOnScreen,
  readWindowState,
  rememberWindowState,
} from '../../../src/main/desktop/windowState.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-window-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bounds = { x: 10, y: 20, width: 1000, height: 700 };

test('remembers what changed and keeps the rest', () => {
  rememberWindowState(folder, { bounds });
  rememberWindowState(folder, { theme: 'dark' });
  expect(readWindowState(folder)).toEqual({ bounds, maximized: false, theme: 'dark', zoom: 0 });
});

test.each(['', '{', '[]', '{"bounds":7,"theme":"blue","maximized":"yes","zoom":900}'])(
  'starts with defaults when the file holds %j',
  (text) => {
    writeFileSync(join(folder, 'window.json'), text);
    expect(readWindowState(folder)).toEqual({
      bounds: undefined,
      maximized: false,
      theme: 'system',
      zoom: 0,
    });
  },
);

test('keeps what is whole of a file that is half wrong', () => {
  writeFileSync(join(folder, 'window.json'), JSON.stringify({ bounds, theme: 'blue' }));
  expect(readWindowState(folder)).toMatchObject({ bounds, theme: 'system' });
});

test('leaves nothing beside the file', () => {
  rememberWindowState(folder, { maximized: true });
  expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toMatchObject({ maximized: true });
  expect(() => readFileSync(join(folder, 'window.json.new'))).toThrow();
});

test('a window comes back only where a screen still shows enough of it to take hold of', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 };
  expect(boundsOnScreen(bounds, [screen])).toEqual(bounds);
  expect(boundsOnScreen({ ...bounds, x: 1900 }, [screen])).toBeUndefined();
  expect(boundsOnScreen({ ...bounds, x: 2400 }, [screen, { ...screen, x: 1920 }])).toBeDefined();
  expect(boundsOnScreen(bounds, [])).toBeUndefined();
  expect(boundsOnScreen(undefined, [screen])).toBeUndefined();
});
