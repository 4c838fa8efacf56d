import { KithError } from '../../../shared/contract/errors.ts';
import { PHOTO_MAX_BYTES, type Photo, photoMimeOf } from '../../../shared/models/photo.ts';
import type { JournalContext } from '../context.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';

interface PhotoSqlRow {
  readonly mime: Photo['mime'];
  readonly bytes: Buffer;
}

/**
 * Keeps a picture, for somebody to have it. Fails with `badInput` for what is no picture, or too large a one: windows
 * make them small before.
 */
export function addPhoto(
  { db, clock, newId }: JournalContext,
  bytes: Uint8Array,
): { readonly photoId: string } {
  const mime = photoMimeOf(bytes);
  if (mime === null) throw new KithError('badInput', 'This is not a picture that Kith can keep.');
  if (bytes.length > PHOTO_MAX_BYTES)
    throw new KithError('badInput', 'This picture is too large to be kept.');
  const photoId = newId();
  statement(db, 'INSERT INTO photo (id, mime, bytes, created_at) VALUES (?, ?, ?, ?)').run(
    photoId,
    mime,
    bytes,
    clock.now(),
  );
  return { photoId };
}

/** A picture; null if there is none with this id. */
export function readPhoto(store: Store, photoId: string): Photo | null {
  const row = statement<[string], PhotoSqlRow>(store, 'SELECT mime, bytes FROM photo WHERE id = ?').get(
    photoId,
  );
  // A copy of its own: what crosses a process boundary takes along all the memory that it is a part of.
  return row ? { mime: row.mime, bytes: new Uint8Array(row.bytes) } : null;
}

/** Fails with `badInput` unless `photoId` is null or a picture of this journal. */
export function assertPhoto(store: Store, photoId: string | null): void {
  if (photoId === null) return;
  const known = statement<[string]>(store, 'SELECT 1 FROM photo WHERE id = ?').get(photoId);
  if (!known)
    throw new KithError('badInput', 'This picture is not in the journal any more. Please choose it again.');
}
