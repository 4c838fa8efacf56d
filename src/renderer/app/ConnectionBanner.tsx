import { dismissRestart, useConnection } from '../journal-client/connection.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ConnectionBanner.module.css';

/** Says that the journal's process stopped, and that it is back. */
export function ConnectionBanner() {
  const connection = useConnection();
  if (connection === 'connected') return <div role="status" />;
  return (
    <div role="status" className={styles['banner']}>
      {connection === 'interrupted' ? (
        <p>Kith’s journal stopped, and is being started again.</p>
      ) : (
        <>
          <p>Kith’s journal stopped and was started again. Nothing that was saved is lost.</p>
          <Button variant="plain" size="s" onPress={dismissRestart}>
            Good
          </Button>
        </>
      )}
    </div>
  );
}
