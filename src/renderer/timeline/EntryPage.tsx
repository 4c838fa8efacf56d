import { PageHeader } from '../ui/PageHeader.tsx';

export function EntryPage({ id: _id }: { readonly id: string }) {
  return <PageHeader title="Entry" />;
}
