import { PHOTO_MAX_BYTES, photoMimeOf } from '../../models/photo.ts';
import type { PhotoRecord } from '../records.ts';
import { readBytes, type SourceFile, UnreadableFile } from '../source.ts';
import { type FieldReader, textOf } from './fieldValues.ts';

/** The pictures of a source, as notes refer to them. */
export interface FoundPhotos {
  /** The picture that a note at `path` means by `target`, a path or a bare name. */
  readonly find: (target: string, path: string) => SourceFile | undefined;
  /** Those that no note has asked for. */
  readonly unused: () => readonly SourceFile[];
}

/** Whether a file is called as pictures are that Kith can keep. */
export function isPicture({ path }: SourceFile): boolean {
  return /\.(jpe?g|png|webp)$/i.test(path);
}

export function findPhotos(pictures: readonly SourceFile[]): FoundPhotos {
  const byPath = new Map(pictures.map((file) => [foldPath(file.path), file]));
  const byName = new Map(pictures.map((file) => [foldPath(nameOf(file.path)), file]));
  const used = new Set<SourceFile>();
  return {
    find: (target, path) => {
      const wanted = foldPath(target);
      const beside = foldPath(`${path.slice(0, path.lastIndexOf('/') + 1)}${target}`);
      const found = byPath.get(beside) ?? byPath.get(wanted) ?? byName.get(wanted);
      if (found) used.add(found);
      return found;
    },
    unused: () => pictures.filter((file) => !used.has(file)),
  };
}

/** Takes the photo of a person's note: `photo: "[[Ada.jpg]]"`, or its path. */
export function takePhoto(path: string, front: FieldReader, photos: FoundPhotos): PhotoRecord | null {
  const field = front.find('photo');
  const text = field && textOf(field.value)?.trim();
  const target = text?.replace(/^!?\[\[([^|\]]*)(?:\|.*)?\]\]$/, '$1');
  const file = target ? photos.find(target, path) : undefined;
  if (!field || !file) return null;
  front.understand(field);
  return { where: file.path, read: () => readPhoto(file) };
}

async function readPhoto(file: SourceFile) {
  try {
    const bytes = await readBytes(file, PHOTO_MAX_BYTES);
    const mime = photoMimeOf(bytes);
    return mime && { mime, bytes: new Uint8Array(bytes) };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return null;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
