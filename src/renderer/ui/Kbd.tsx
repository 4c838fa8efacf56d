import { getBridge } from '../journal-client/bridge.ts';
import styles from './Kbd.module.css';

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩' };
const otherSigns: Readonly<Record<string, string>> = { Mod: 'Ctrl' };

/** The keys of a shortcut, written `Mod+Enter`; `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
export function Kbd({ keys }: { readonly keys: string }) {
  const signs = getBridge().platform === 'darwin' ? macSigns : otherSigns;
  return (
    <kbd className={styles['keys']}>
      {keys.split('+').map((key) => (
        <kbd key={key} className={styles['key']}>
          {signs[key] ?? key}
        </kbd>
      ))}
    </kbd>
  );
}
