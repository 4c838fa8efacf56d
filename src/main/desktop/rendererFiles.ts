import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export interface RendererFile {
  readonly file: string;
  readonly contentType: string;
}

/**
 * Every file in `folder` by the path that a page asks for (`/assets/index.js`). Made once, at the start: what is not in
 * this list is not served, whatever an address looks like. Files of kinds that no page needs are left out.
 */
export function listRendererFiles(folder: string): ReadonlyMap<string, RendererFile> {
  const found = new Map<string, RendererFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[extname(entry.name)];
    if (!entry.isFile() || contentType === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    found.set(`/${relative(folder, file).split(sep).join('/')}`, { file, contentType });
  }
  return found;
}
