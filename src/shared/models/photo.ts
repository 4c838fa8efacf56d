import { z } from 'zod';

/** Bytes of a photo, at most: enough for 512 pixels a side, few enough for thousands of them in one file. */
export const PHOTO_MAX_BYTES = 300_000;
/** Pixels of the longer side of a photo as it is kept. */
export const PHOTO_MAX_SIDE = 512;

export const photoMimes = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** A picture of somebody, as it is kept. */
export const photo = z.object({ mime: z.enum(photoMimes), bytes: z.instanceof(Uint8Array) });
export type Photo = Readonly<z.infer<typeof photo>>;

/** What kind of picture these bytes begin like, by the magic numbers of the formats; null for anything else. */
export function photoMimeOf(bytes: Uint8Array): Photo['mime'] | null {
  const hex = Array.from(bytes.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex.startsWith('ffd8ff')) return 'image/jpeg';
  if (hex.startsWith('89504e470d0a1a0a')) return 'image/png';
  // “RIFF”, four bytes of length, “WEBP”.
  if (/^52494646.{8}57454250$/.test(hex)) return 'image/webp';
  return null;
}
