import { commandShortcuts, pageShortcuts } from '../app/shortcuts.ts';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './ShortcutTables.module.css';

const groups = [{ where: 'Everywhere', shortcuts: commandShortcuts }, ...pageShortcuts];

/** Every key that does something, by where it does it. */
export function ShortcutTables() {
  return (
    <div className={styles['groups']}>
      {groups.map(({ where, shortcuts }) => (
        <section key={where}>
          <h3 className={styles['title']}>{where}</h3>
          <dl className={styles['list']}>
            {shortcuts.map(({ keys, does }) => (
              <div key={keys} className={styles['row']}>
                <dt>{does}</dt>
                <dd>
                  <Kbd keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
