import type { ImportWarning } from '../../../shared/contract/transfer.ts';
import type { SkippedRecord, WarningRecord } from '../../../shared/formats/records.ts';

const MOST_SHOWN = 300;

/** Gathers what an import has to say about single files, as much as anybody would read. */
export interface Notices {
  readonly warn: (record: Pick<WarningRecord, 'where' | 'message'>) => void;
  readonly skip: (record: Pick<SkippedRecord, 'where' | 'reason'>) => void;
  readonly skippedCount: () => number;
  readonly warnings: () => ImportWarning[];
  readonly skipped: () => ImportWarning[];
}

export function collectNotices(): Notices {
  const warnings = makeList();
  const skipped = makeList();
  return {
    warn: ({ where, message }) => warnings.add({ where, message }),
    skip: ({ where, reason }) => skipped.add({ where, message: reason }),
    skippedCount: skipped.count,
    warnings: warnings.read,
    skipped: skipped.read,
  };
}

function makeList() {
  const shown: ImportWarning[] = [];
  let count = 0;
  return {
    add: (warning: ImportWarning) => {
      count += 1;
      if (shown.length < MOST_SHOWN) shown.push(warning);
    },
    count: () => count,
    read: () => {
      const more = count - shown.length;
      return more > 0 ? [...shown, { where: '', message: `And ${more.toLocaleString('en')} more.` }] : shown;
    },
  };
}
