/** Windows and Linux allow 255; this leaves room for folders, numbers and `.md`. */
const MOST_BYTES = 150;
/** What some system forbids in a name, or what Obsidian's links cannot hold. */
const FORBIDDEN = /[\p{Cc}\p{Cs}<>:/\\|#^[\]]+/gu;
/** Forbidden too, and best left out: “Why?” is still “Why”. */
const DROPPED = /["?*]+/g;
/** Names that Windows keeps for devices, with any ending. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * `name` as a file can be called on every system, without an ending; `fallback` if nothing of it is left. Never hidden,
 * never longer than 150 bytes in UTF-8, and never what a link would read otherwise.
 */
export function safeFileName(name: string, fallback: string): string {
  const allowed = name
    .normalize('NFC')
    .replace(DROPPED, '')
    .replace(FORBIDDEN, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+/, '');
  const trimmed = cutToBytes(allowed, MOST_BYTES)
    .replace(/[\s.]+$/, '')
    .replace(RESERVED, '_$&');
  // A link to “notes.md” means “notes”.
  const linkable = trimmed.replace(/\.(md|markdown)$/i, ' $1');
  return linkable === '' || /^-+$/.test(linkable) ? fallback : linkable;
}

/** Hands out names of one folder so that no two are equal on a disk that does not tell upper from lower case. */
export function makeNameGiver(): (name: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (name) => {
    const folded = foldFileName(name);
    if (!taken.has(folded)) {
      taken.add(folded);
      return name;
    }
    for (let number = next.get(folded) ?? 2; ; number++) {
      const numbered = `${name} ${number}`;
      if (taken.has(foldFileName(numbered))) continue;
      next.set(folded, number + 1);
      taken.add(foldFileName(numbered));
      return numbered;
    }
  };
}

function foldFileName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

/** The longest beginning of `text`, in whole characters, that has at most so many bytes in UTF-8. */
function cutToBytes(text: string, most: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}
