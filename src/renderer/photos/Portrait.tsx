import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { askJournal } from '../journal-client/index.ts';
import styles from './Portrait.module.css';

export interface PortraitProps {
  readonly photoId: string;
  /** Of the square that it fills, in pixels of the page. */
  readonly side: number;
}

/** Decoded pictures are large: those that are on no screen any more are soon let go. */
const KEEP_MS = 30_000;
/** Of what a portrait picture has too much in height, so much is cut off above the face. */
const CUT_ABOVE = 0.3;

/**
 * Somebody's photo, as a square. It is drawn, not loaded: so no page needs leave to load pictures from anywhere. Shows
 * nothing until it is there.
 */
export function Portrait({ photoId, side }: PortraitProps) {
  const pixels = Math.round(side * devicePixelRatio);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { data: picture } = useQuery({
    queryKey: ['portrait', photoId, pixels],
    queryFn: () => readPicture(photoId, pixels),
    gcTime: KEEP_MS,
  });
  useEffect(() => {
    if (picture) canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  if (!picture) return null;
  return <canvas ref={canvas} width={pixels} height={pixels} className={styles['portrait']} />;
}

async function readPicture(photoId: string, pixels: number): Promise<ImageBitmap | null> {
  const photo = await askJournal('people.photo', { photoId });
  if (!photo) return null;
  const whole = await createImageBitmap(new Blob([photo.bytes.slice()], { type: photo.mime }));
  const { width, height } = whole;
  const square = Math.min(width, height);
  const left = (width - square) / 2;
  const top = (height - square) * CUT_ABOVE;
  const small = await createImageBitmap(whole, left, top, square, square, {
    resizeWidth: pixels,
    resizeHeight: pixels,
    resizeQuality: 'high',
  });
  whole.close();
  return small;
}
