import { stat } from 'node:fs/promises';
import { KithError } from '../../../shared/contract/errors.ts';
import type { GrantedPath } from '../context.ts';
import { makeByteBudget } from './byteBudget.ts';
import { MOST_SOURCE_BYTES } from './limits.ts';
import { openFolder, readFileChunks } from './openFolder.ts';
import { type OpenSource, openZip } from './openZip.ts';

/**
 * Opens what the user chose: a folder, a zip archive, or a single file. Close it after use. Fails with
 * `unreadableSource`.
 */
export async function openSource({ path, name }: GrantedPath): Promise<OpenSource> {
  const budget = makeByteBudget(MOST_SOURCE_BYTES);
  const found = await stat(path).catch((error: unknown) => {
    throw new KithError('unreadableSource', 'It is not there any more. Please choose it again.', {
      cause: error,
    });
  });
  if (found.isDirectory()) return { ...(await openFolder(path, name, budget)), close: () => undefined };
  if (!found.isFile()) throw new KithError('unreadableSource', 'This is neither a file nor a folder.');
  if (/\.zip$/i.test(name)) return await openZip(path, name, budget);
  return {
    name,
    files: [{ path: name, chunks: () => readFileChunks(path, budget) }],
    left: [],
    close: () => undefined,
  };
}
