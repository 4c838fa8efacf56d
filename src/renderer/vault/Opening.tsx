import { Spinner } from '../ui/Spinner.tsx';
import styles from './Opening.module.css';

/** The moment before the journal is there: bare paper, and dots only if it takes longer than a moment. */
export function Opening() {
  return (
    <main className={styles['page']}>
      <Spinner label="Opening your journal" />
    </main>
  );
}
