import { I18nProvider } from 'react-aria-components';
import { Router } from 'wouter';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { VaultGate } from '../vault/VaultGate.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { hashPlace } from './hashPlace.ts';
import { Shell } from './Shell.tsx';

/** The window: a closed door first, the journal behind it. */
export function App() {
  return (
    <I18nProvider>
      <Router {...hashPlace}>
        <ConnectionBanner />
        <VaultGate>
          <Shell />
        </VaultGate>
        <ToastRegion />
      </Router>
    </I18nProvider>
  );
}
