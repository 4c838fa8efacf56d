import { PageHeader } from '../ui/PageHeader.tsx';

export function JournalPage() {
  return <PageHeader title="Journal" />;
}
