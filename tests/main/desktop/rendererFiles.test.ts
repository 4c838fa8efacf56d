import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listRendererFiles } from '../../../src/main/desktop/rendererFiles.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-files-'));
  mkdirSync(join(folder, 'assets'));
  for (const name of [
    'index.html',
    'assets/index-1.js',
    'assets/serif.woff2',
    'assets/index.js.map',
    'notes.txt',
  ]) {
    writeFileSync(join(folder, name), '');
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

test('lists what a page needs by the path it asks for, and nothing else', () => {
  const files = listRendererFiles(folder);
  expect([...files.keys()].sort()).toEqual(['/assets/index-1.js', '/assets/serif.woff2', '/index.html']);
  expect(files.get('/index.html')).toEqual({
    file: join(folder, 'index.html'),
    contentType: 'text/html; charset=utf-8',
  });
});
