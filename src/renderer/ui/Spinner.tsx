import { ProgressBar } from 'react-aria-components';
import styles from './Spinner.module.css';

/** Shows that something is coming. It waits a moment before it shows itself, so that quick things do not flicker. */
export function Spinner({ label = 'One moment' }: { readonly label?: string }) {
  return (
    <ProgressBar aria-label={label} isIndeterminate className={styles['spinner'] ?? ''}>
      <span className={styles['dot']} />
      <span className={styles['dot']} />
      <span className={styles['dot']} />
    </ProgressBar>
  );
}
