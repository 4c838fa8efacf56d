import { useEffect, useRef, useSyncExternalStore } from 'react';
import { placeOf, radiusOf } from './drawNetwork.ts';
import styles from './NetworkPicture.module.css';
import type { Layout } from './useLayout.ts';
import type { NodeKeys } from './useNodeKeys.ts';
import type { ViewStore } from './viewStore.ts';

export interface FocusedPersonProps {
  readonly layout: Layout;
  readonly store: ViewStore;
  readonly keys: NodeKeys;
  readonly labelOf: (place: number) => string;
}

/** The ring is so much wider than the dot that it is round. */
const ROOM_PX = 8;

/** The one in the picture where the tabulator key arrives; arrow keys go on from there. */
export function FocusedPerson({ layout, store, keys, labelOf }: FocusedPersonProps) {
  const view = useSyncExternalStore(store.subscribe, store.get);
  const { place, hasFocus, onFocus, onBlur, onKeyDown } = keys;
  const link = useRef<HTMLAnchorElement>(null);
  const node = layout.model.nodes[place];
  useEffect(() => {
    // Another one is another link, so that a screen reader says who it is.
    if (hasFocus && link.current?.dataset['place'] === String(place)) {
      link.current.focus({ preventScroll: true });
    }
  }, [hasFocus, place]);
  if (!node) return null;
  const [x, y] = placeOf({ places: layout.places, view }, place);
  const reach = 2 * radiusOf(node.degree, view) + ROOM_PX;
  return (
    <a
      ref={link}
      key={node.person.id}
      href={`#/person/${node.person.id}`}
      aria-label={labelOf(place)}
      aria-describedby="network-keys"
      data-place={place}
      className={styles['focused']}
      style={{ width: reach, height: reach, transform: `translate(${x - reach / 2}px, ${y - reach / 2}px)` }}
      onFocus={onFocus}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
    >
      <span id="network-keys" hidden>
        Arrow keys go to whoever is near, Page Up and Page Down from name to name.
      </span>
    </a>
  );
}
