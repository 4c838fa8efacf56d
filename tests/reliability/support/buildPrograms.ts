import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../../..');
const programs = join(import.meta.dirname, '../programs');
const cache = join(root, 'node_modules/.cache');

/** Programs that Node can run, made of the journal's real code. */
export interface BuiltPrograms {
  /** The file of a program of `programs/`. */
  readonly path: (name: string) => string;
  readonly remove: () => void;
}

/** Bundles these programs of `programs/`: Node does not know the imports of SQL files by itself. Takes a second. */
export async function buildPrograms(...names: readonly string[]): Promise<BuiltPrograms> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'reliability-'));
  // Other users run them as well.
  chmodSync(folder, 0o755);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(programs, `${name}.ts`)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return {
    path: (name) => join(folder, `${name}.mjs`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
