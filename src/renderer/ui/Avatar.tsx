import { Portrait } from '../photos/Portrait.tsx';
import styles from './Avatar.module.css';
import { classes } from './classes.ts';

/** How many tints Avatar.module.css has. */
const TINTS = 7;

/** The first letters of the first and the last word of a name, as people read them (grapheme by grapheme). */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => firstLetter(word ?? '')).join('');
}

function firstLetter(word: string): string {
  const letters = word.replace(/^[^\p{L}\p{N}]+/u, '');
  const first = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
    .segment(letters)
    [Symbol.iterator]();
  return (first.next().value?.segment ?? '').toLocaleUpperCase();
}

/** The same tint for the same id, always: FNV-1a, mixed once more (MurmurHash3's finish), for ids of one moment differ little. */
export function tintOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % TINTS;
}

/** The class that sets `--tint` and `--on-tint` for somebody, where something else than an avatar is tinted as theirs is. */
export function tintClass(id: string): string | undefined {
  return styles[`tint${tintOf(id)}`];
}

export interface AvatarProps {
  readonly id: string;
  readonly name: string;
  /** Their photo, if they have one. */
  readonly photoId?: string | null;
  readonly size?: 's' | 'm' | 'l' | 'xl';
}

/** Of Avatar.module.css, in pixels. */
const SIDES = { s: 24, m: 36, l: 48, xl: 72 } as const;

/** A person's photo, or their initials on a warm tint. The name stands beside it, so it is silent. */
export function Avatar({ id, name, photoId = null, size = 'm' }: AvatarProps) {
  return (
    <span aria-hidden="true" className={classes(styles['avatar'], styles[size], tintClass(id))}>
      {initialsOf(name)}
      {photoId !== null && <Portrait photoId={photoId} side={SIDES[size]} />}
    </span>
  );
}
