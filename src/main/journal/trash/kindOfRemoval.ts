import { type RecordAction, type RecordKind, recordKind } from '../../../shared/models/record.ts';

/** What kind of record an action such as `factRemoved` deleted. */
export function kindOfRemoval(action: RecordAction): RecordKind {
  return recordKind.parse(action.replace(/Removed$/, ''));
}
