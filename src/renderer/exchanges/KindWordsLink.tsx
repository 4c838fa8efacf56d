import { useJournal } from '../journal-client/index.ts';
import styles from './KindWordsLink.module.css';

/** The way to the kind words that were kept. Nothing where there are none yet. */
export function KindWordsLink() {
  const { data } = useJournal('exchanges.list', { kinds: ['kind'], limit: 1 });
  if (!data || data.exchanges.length === 0) return null;
  return (
    <p className={styles['link']}>
      <a href="#/kind-words">Kind words that people had for you</a>
    </p>
  );
}
