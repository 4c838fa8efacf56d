import { Page } from '../ui/Page.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { BringIn } from './BringIn.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import { TakeOut } from './TakeOut.tsx';

/** Bringing notes in from elsewhere, and taking everything out. */
export function TransferPage() {
  return (
    <Page>
      <PageHeader title="Bring in and take out" />
      <BringIn />
      <EarlierImports />
      <TakeOut />
    </Page>
  );
}
