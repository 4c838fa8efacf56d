import { useLocation } from 'wouter';
import styles from './PeopleTabs.module.css';

const tabs = [
  { path: '/people', label: 'Everybody' },
  { path: '/circles', label: 'Circles' },
  { path: '/network', label: 'Network' },
  { path: '/look-alikes', label: 'Look-alikes' },
  { path: '/kind-words', label: 'Kind words' },
] as const;

/** The ways of looking at people, side by side. */
export function PeopleTabs() {
  const [here] = useLocation();
  return (
    <nav aria-label="Ways of looking at people" className={styles['tabs']}>
      {tabs.map(({ path, label }) => (
        <a
          key={path}
          href={`#${path}`}
          className={styles['tab']}
          aria-current={here === path ? 'page' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
