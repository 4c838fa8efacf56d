/** One file of what the user chose to import. */
export interface SourceFile {
  /** Relative to what was chosen, with `/` between folders. */
  readonly path: string;
  /**
   * Its bytes, in order. May be asked for more than once. Fails with {@link UnreadableFile} if this one file cannot
   * be read, is larger than the source allows, or the source as a whole gives more than it may.
   */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** A file that was seen and left alone before any reader met it, and why, in words for the user. */
export interface LeftFile {
  readonly path: string;
  readonly reason: string;
}

/** What the user chose to import: one file, a folder, or an archive, laid flat. */
export interface Source {
  /** The name of the chosen file or folder. */
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly left: readonly LeftFile[];
}

/** One file could not be read; the others may be. `message` is a sentence for the user. */
export class UnreadableFile extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnreadableFile';
  }
}

/** All bytes of `file`, for formats whose files are small. Fails with {@link UnreadableFile} above `mostBytes`. */
export async function readBytes(file: SourceFile, mostBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.chunks()) {
    length += chunk.length;
    if (length > mostBytes) throw new UnreadableFile(`It is larger than ${sayMegabytes(mostBytes)}.`);
    chunks.push(chunk);
  }
  return joinChunks(chunks, length);
}

/** `8 MB` for 8,388,608. */
export function sayMegabytes(bytes: number): string {
  return `${Math.floor(bytes / (1024 * 1024))} MB`;
}

function joinChunks(chunks: readonly Uint8Array[], length: number): Uint8Array {
  if (chunks.length === 1 && chunks[0]) return chunks[0];
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
