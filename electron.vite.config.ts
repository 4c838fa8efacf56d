import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const from = (path: string) => resolve(import.meta.dirname, path);

/** The oldest Electron that the built code must run on: Chromium 130 with Node 20. */
const oldest = { node: 'node20.18', chromium: 'chrome130' };

export default defineConfig({
  main: {
    build: {
      target: oldest.node,
      externalizeDeps: {
        exclude: [
          'zod',
          'fuse.js',
          'chrono-node',
          'graphology',
          'graphology-traversal',
          'hash-wasm',
          'uuid',
          'yaml',
          '@internationalized/date',
        ],
      },
      // The journal process is a second program in the same bundle, and its work on backups a third.
      rollupOptions: {
        input: {
          index: from('src/main/index.ts'),
          journal: from('src/main/journalProcess/index.ts'),
          backups: from('src/main/journal/backups/backupWorker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: oldest.node,
      // A sandboxed preload must be CommonJS.
      rollupOptions: {
        input: from('src/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: from('src/renderer'),
    plugins: [react()],
    // Main puts a fresh nonce in its place whenever it serves the page; see src/main/desktop/protocol.ts.
    html: { cspNonce: '__KITH_NONCE__' },
    build: {
      target: oldest.chromium,
      modulePreload: { polyfill: false },
      // Fonts and pictures stay files: the page may load its own files, not the contents of addresses.
      assetsInlineLimit: 0,
      // Reading the script is a good part of a window's start.
      minify: true,
      rollupOptions: { input: from('src/renderer/index.html') },
    },
  },
});
