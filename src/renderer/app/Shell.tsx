import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { askToRemember, holdWhatIsAtHand } from '../facts/remember/askToRemember.ts';
import { RememberHere } from '../facts/remember/RememberHere.tsx';
import { Palette } from '../palette/Palette.tsx';
import { ShortcutsSheet } from '../settings/ShortcutsSheet.tsx';
import { useIdleLock } from '../settings/useIdleLock.ts';
import { useTheme, useThemeChoice } from '../settings/useTheme.ts';
import { ShelveHere } from '../shelf/ShelveHere.tsx';
import { Brake } from '../ui/Brake.tsx';
import { lockNow } from '../vault/lockNow.ts';
import { useRecoveryReminder } from '../vault/useRecoveryReminder.ts';
import { followLinks, goTo } from './hashPlace.ts';
import { Routes } from './Routes.tsx';
import styles from './Shell.module.css';
import { Sidebar } from './Sidebar.tsx';
import { redoHere, undoHere } from './undo.ts';
import { useCommands } from './useCommands.ts';
import { useFocusOnArrival } from './useFocusOnArrival.ts';
import { useKeptPlace } from './useKeptPlace.ts';
import { askToWrite } from './writing.ts';

/** The open journal: a slim sidebar, the page, and what can be called up over it. */
export function Shell() {
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts' | null>(null);
  const main = useRef<HTMLElement>(null);
  const [path] = useLocation();
  const [, chooseTheme] = useThemeChoice();
  useTheme();
  useIdleLock();
  const isThere = useKeptPlace();
  useEffect(followLinks, []);
  useRecoveryReminder();
  useFocusOnArrival(main, path);
  const openPalette = () => {
    // What is selected is so no more once the palette has the focus.
    holdWhatIsAtHand();
    setOverlay('palette');
  };
  const close = () => setOverlay(null);
  const leaveFor = (go: () => void) => () => {
    close();
    go();
  };
  useCommands({
    write: leaveFor(askToWrite),
    remember: leaveFor(() => askToRemember()),
    find: openPalette,
    today: leaveFor(() => goTo('/today')),
    journal: leaveFor(() => goTo('/')),
    people: leaveFor(() => goTo('/people')),
    search: leaveFor(() => goTo('/search')),
    promises: leaveFor(() => goTo('/promises')),
    shelf: leaveFor(() => goTo('/shelf')),
    undo: undoHere,
    redo: redoHere,
    lock: lockNow,
    import: leaveFor(() => goTo('/transfer')),
    export: leaveFor(() => goTo('/transfer')),
    settings: leaveFor(() => goTo('/settings')),
    shortcuts: () => setOverlay('shortcuts'),
    likeTheSystem: () => chooseTheme('system'),
    light: () => chooseTheme('light'),
    dark: () => chooseTheme('dark'),
  });
  return (
    <div className={styles['shell']}>
      <Sidebar onFind={openPalette} />
      <main ref={main} className={styles['main']}>
        {isThere && <Routes />}
        <RememberHere />
      </main>
      <Palette isOpen={overlay === 'palette'} onClose={close} onShortcuts={() => setOverlay('shortcuts')} />
      <ShelveHere />
      <Brake />
      <ShortcutsSheet isOpen={overlay === 'shortcuts'} onClose={close} />
    </div>
  );
}
