import { lazy, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Router } from 'wouter';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { Opening } from '../vault/Opening.tsx';
import { VaultGate } from '../vault/VaultGate.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { hashPlace } from './hashPlace.ts';

const loadShell = () => import('./Shell.tsx');
const Shell = lazy(async () => ({ default: (await loadShell()).Shell }));

/** The window: a closed door first, the journal behind it. */
export function App() {
  // The door is on the screen sooner without what lies behind it, which is read while the passphrase is typed.
  useEffect(() => void loadShell(), []);
  return (
    <I18nProvider locale="en-GB">
      <Router {...hashPlace}>
        <ConnectionBanner />
        <VaultGate>
          <Suspense fallback={<Opening />}>
            <Shell />
          </Suspense>
        </VaultGate>
        <ToastRegion />
      </Router>
    </I18nProvider>
  );
}
