import { KithError } from '../../shared/contract/errors.ts';
import { PHOTO_MAX_BYTES, PHOTO_MAX_SIDE } from '../../shared/models/photo.ts';

/** A larger file would take more memory than the window should have. */
const FILE_MAX_BYTES = 60_000_000;
/** Tried one after another until the picture is small enough; the first nearly always is. */
const QUALITIES = [0.88, 0.7, 0.5, 0.3] as const;

/**
 * Makes a picture that the user chose small enough to be kept: a JPEG of at most 512 pixels a side, with nothing in it
 * of what cameras write beside it. Rejects with `badInput` and a sentence for what is no picture.
 */
export async function shrinkPicture(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > FILE_MAX_BYTES) {
    throw new KithError('badInput', 'This file is too large for a photo. There is room for 60 MB.');
  }
  const picture = await decode(file);
  const scale = Math.min(1, PHOTO_MAX_SIDE / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = await draw(picture, width, height);
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (blob.size <= PHOTO_MAX_BYTES) return new Uint8Array(await blob.arrayBuffer());
  }
  throw new KithError('badInput', 'This picture can’t be made small enough to be kept.');
}

async function decode(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch (cause) {
    throw new KithError(
      'badInput',
      'This is not a picture that Kith can read. JPEG, PNG, WebP, GIF, AVIF and BMP are.',
      { cause },
    );
  }
}

async function draw(picture: ImageBitmap, width: number, height: number): Promise<OffscreenCanvas> {
  const small = await createImageBitmap(picture, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  });
  picture.close();
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('there is no canvas to draw on');
  // A JPEG has no see-through parts; they would come out black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(small, 0, 0);
  small.close();
  return canvas;
}
