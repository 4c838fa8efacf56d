import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { About } from './About.tsx';
import { Appearance } from './Appearance.tsx';
import { Backups } from './Backups.tsx';
import { LockAndKeys } from './LockAndKeys.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { TimeForPeople } from './TimeForPeople.tsx';

/** What can be set, and what there is to know about Kith itself. */
export function SettingsPage() {
  return (
    <Page>
      <PageHeader title="Settings" />
      <Appearance />
      <TimeForPeople />
      <LockAndKeys />
      <Backups />
      <Shortcuts />
      <About />
    </Page>
  );
}
