import { commandShortcuts, movingShortcuts, writingShortcuts } from '../app/shortcuts.ts';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './ShortcutTables.module.css';

const groups = [
  { title: 'Everywhere', shortcuts: commandShortcuts },
  { title: 'Writing', shortcuts: writingShortcuts },
  { title: 'Moving about', shortcuts: movingShortcuts },
];

/** Every key that does something, by where it does it. */
export function ShortcutTables() {
  return (
    <div className={styles['groups']}>
      {groups.map(({ title, shortcuts }) => (
        <section key={title}>
          <h3 className={styles['title']}>{title}</h3>
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
