import { useEffect, useState } from 'react';
import type { ShelfItem } from '../../shared/models/shelf.ts';
import { onShelveAsked } from './askToShelve.ts';
import { ShelfDialog } from './ShelfDialog.tsx';

/** The sheet for a thing of the shelf, wherever one is. */
export function ShelveHere() {
  const [asked, setAsked] = useState<{ readonly key: number; readonly item: ShelfItem | null } | null>(null);
  useEffect(() => onShelveAsked((item) => setAsked((last) => ({ key: (last?.key ?? 0) + 1, item }))), []);
  if (!asked) return null;
  return <ShelfDialog key={asked.key} item={asked.item} onClose={() => setAsked(null)} />;
}
