import type { JournalMethod } from '../../shared/contract/index.ts';
import type { Table } from '../../shared/contract/wire.ts';

/** What each method reads. A change of one of these tables makes its answers stale; what only writes reads nothing. */
export const tablesRead: Readonly<Record<JournalMethod, readonly Table[]>> = {
  'vault.status': ['vault'],
  'vault.create': [],
  'vault.unlock': [],
  'vault.keyring': ['vault'],
  'vault.changePassphrase': [],
  'vault.makeRecoveryKey': [],
  'vault.confirmRecoveryKey': [],
  'vault.addSlot': [],
  'vault.removeSlot': [],
  'vault.rekey': [],
  'people.list': ['person', 'entry', 'circle'],
  'people.get': ['person', 'entry', 'circle'],
  'people.suggest': ['person'],
  'people.names': ['person'],
  'people.create': [],
  'people.update': [],
  'people.remove': [],
  'circles.list': ['circle', 'person'],
  'entries.timeline': ['entry', 'person', 'tag'],
  'entries.span': ['entry'],
  'entries.get': ['entry', 'person', 'tag'],
  'entries.create': [],
  'entries.update': [],
  'entries.remove': [],
  'drafts.get': ['draft'],
  'drafts.save': [],
  'drafts.discard': [],
  'tags.suggest': ['tag', 'entry'],
  'trash.restore': [],
  'search.typing': ['entry', 'person', 'tag'],
  'search.run': ['entry', 'person', 'tag'],
  'search.complete': ['person', 'tag'],
  'transfer.preview': [],
  'transfer.import': [],
  'transfer.stop': [],
  'transfer.batches': ['importBatch'],
  'transfer.takeBack': [],
  'transfer.export': [],
  'settings.get': ['setting'],
  'settings.update': [],
  'backups.list': ['backups'],
  'backups.health': ['backups'],
  'backups.make': [],
  'backups.restore': [],
  'backups.salvage': [],
  'backups.chooseSecondFolder': [],
  'backups.acceptTakenBack': [],
};

/** Whether answers of `method` may be stale after rows of `tables` changed. Never of what is no method of the journal. */
export function isStaleAfter(method: string, tables: readonly Table[]): boolean {
  // The contract itself is not asked: its schemas are of no use to a window, and take time to build.
  const reads = Object.hasOwn(tablesRead, method) ? tablesRead[method as JournalMethod] : [];
  return reads.some((table) => tables.includes(table));
}
