import { PageHeader } from '../ui/PageHeader.tsx';

export function TransferPage() {
  return <PageHeader title="Bring in & take out" />;
}
