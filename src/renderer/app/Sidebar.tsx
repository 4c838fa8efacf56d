import { useLocation } from 'wouter';
import { Button } from '../ui/Button.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './Sidebar.module.css';
import { askToWrite } from './writing.ts';

interface Place {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** The beginnings of other places that belong to this one. */
  readonly holds: readonly string[];
}

const places: readonly Place[] = [
  { path: '/today', label: 'Today', icon: 'sun', holds: ['/today/'] },
  { path: '/', label: 'Journal', icon: 'book', holds: ['/entry/'] },
  {
    path: '/people',
    label: 'People',
    icon: 'people',
    holds: ['/person/', '/circles', '/network', '/look-alikes', '/merge/', '/kind-words'],
  },
  { path: '/search', label: 'Search', icon: 'search', holds: ['/search/'] },
  { path: '/promises', label: 'Promises', icon: 'promise', holds: ['/promises/'] },
  { path: '/shelf', label: 'Shelf', icon: 'shelf', holds: ['/shelf/'] },
];

const quietPlaces: readonly Place[] = [
  { path: '/transfer', label: 'Bring in & take out', icon: 'box', holds: ['/transfer/'] },
  { path: '/trash', label: 'Trash', icon: 'trash', holds: ['/trash/'] },
  { path: '/settings', label: 'Settings', icon: 'gear', holds: ['/settings/'] },
];

/** The way to every place, and the button that begins everything. */
export function Sidebar({ onFind }: { readonly onFind: () => void }) {
  return (
    <nav className={styles['sidebar']} aria-label="Kith">
      <p className={styles['name']}>Kith</p>
      <Button variant="primary" icon="pen" className={styles['write'] ?? ''} onPress={() => askToWrite()}>
        Write
      </Button>
      <PlaceList places={places} />
      <div className={styles['gap']} />
      <Button variant="plain" size="s" className={styles['find'] ?? ''} onPress={onFind}>
        <span>Find anything</span>
        <Kbd keys="Mod+K" />
      </Button>
      <PlaceList places={quietPlaces} />
    </nav>
  );
}

function PlaceList({ places: shown }: { readonly places: readonly Place[] }) {
  const [here] = useLocation();
  return (
    <ul className={styles['list']}>
      {shown.map(({ path, label, icon, holds }) => (
        <li key={path}>
          <a
            href={`#${path}`}
            className={styles['link']}
            aria-current={here === path || holds.some((place) => here.startsWith(place)) ? 'page' : undefined}
          >
            <Icon name={icon} size={19} />
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
