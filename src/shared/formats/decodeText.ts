/** Every runtime Kith meets has it; the language library alone does not declare it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { readonly decode: (bytes: Uint8Array) => string };

export interface DecodedText {
  /** Without a byte order mark. Line ends are kept as they are. */
  readonly text: string;
  /** A sentence for the user if the encoding had to be guessed. */
  readonly warning: string | null;
}

/** Makes text of bytes: UTF-8, UTF-16 with a byte order mark, or else Windows-1252, with a warning. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-16be';
  if (marked === 'utf-16le' || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { text: decode(bytes.subarray(2), marked, false), warning: null };
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { text: decode(hasMark ? bytes.subarray(3) : bytes, 'utf-8', true), warning: null };
  } catch {
    // Not UTF-8 after all: of the older encodings this is by far the most common, and it loses no byte.
    return {
      text: decode(bytes, 'windows-1252', false),
      warning: 'It is not written in UTF-8. It was read as Windows-1252; please check its accented letters.',
    };
  }
}

function decode(bytes: Uint8Array, label: string, fatal: boolean): string {
  return new TextDecoder(label, { fatal, ignoreBOM: true }).decode(bytes);
}
