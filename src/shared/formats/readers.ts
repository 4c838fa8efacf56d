import { markdownFolder } from './markdownFolder/readMarkdownFolder.ts';
import type { Reader } from './reader.ts';
import type { Source } from './source.ts';

/** Every format that can be imported. A new one is one folder and one line here; narrow formats stand before wide ones. */
export const readers = [markdownFolder] as const satisfies readonly Reader[];

export type ImportFormat = (typeof readers)[number]['format'];

/** The first reader that knows what `source` is, or undefined. */
export async function findReader(source: Source): Promise<(typeof readers)[number] | undefined> {
  for (const reader of readers) if (await reader.recognise(source)) return reader;
  return undefined;
}
