import type { ImportRecord } from './records.ts';
import type { Source } from './source.ts';

/** What every format brings: how to know it, and how to read it. Knows nothing of the journal it is read for. */
export interface Reader<Format extends string = string> {
  readonly format: Format;
  /** Whether the source looks like this format, from names and first bytes. Readers are asked in the order of the table. */
  readonly recognise: (source: Source) => boolean | Promise<boolean>;
  /**
   * Reads the source from beginning to end, holding no more of it than a fixed amount. What is wrong with one file
   * becomes a record about it; only a source that fails as a whole makes it throw.
   */
  readonly read: (source: Source) => AsyncIterable<ImportRecord>;
}
