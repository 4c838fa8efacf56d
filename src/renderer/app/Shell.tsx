import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Palette } from '../palette/Palette.tsx';
import { ShortcutsSheet } from '../settings/ShortcutsSheet.tsx';
import { useTheme } from '../settings/useTheme.ts';
import { goTo } from './hashPlace.ts';
import { Routes } from './Routes.tsx';
import styles from './Shell.module.css';
import { Sidebar } from './Sidebar.tsx';
import { useCommands } from './useCommands.ts';
import { useFocusOnArrival } from './useFocusOnArrival.ts';
import { askToWrite } from './writing.ts';

/** The open journal: a slim sidebar, the page, and what can be called up over it. */
export function Shell() {
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts' | null>(null);
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  useTheme();
  useFocusOnArrival(main, path);
  useCommands({
    write: () => askToWrite(),
    find: () => setOverlay('palette'),
    journal: () => goTo('/'),
    people: () => goTo('/people'),
    search: () => goTo('/search'),
    import: () => goTo('/transfer'),
    export: () => goTo('/transfer'),
    settings: () => goTo('/settings'),
    shortcuts: () => setOverlay('shortcuts'),
  });
  const close = () => setOverlay(null);
  return (
    <div className={styles['shell']}>
      <Sidebar onFind={() => setOverlay('palette')} />
      <main ref={main} className={styles['main']}>
        <Routes />
      </main>
      <Palette isOpen={overlay === 'palette'} onClose={close} onShortcuts={() => setOverlay('shortcuts')} />
      <ShortcutsSheet isOpen={overlay === 'shortcuts'} onClose={close} />
    </div>
  );
}
