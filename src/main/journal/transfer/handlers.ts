import { sayPeopleAndEntries } from '../../../shared/rules/sayCounts.ts';
import { requireConfirmation } from '../brake.ts';
import type { Handlers, MethodsOf } from '../context.ts';
import { rememberAction } from '../history/undoActions.ts';
import { listBatches, readBatch } from './batches.ts';
import { exportJournal } from './exportJournal.ts';
import { runJob, stopJob } from './jobs.ts';
import { previewImport } from './previewImport.ts';
import { runImport } from './runImport.ts';
import { takeBackBatch } from './takeBack.ts';

/** Bringing in and taking out. */
export const transfer: Handlers<MethodsOf<'transfer'>> = {
  'transfer.preview': (context, { source, job }) => {
    const granted = context.resolveGrant(source);
    return runJob(context, job, { writes: false }, (running) => previewImport(context, granted, running));
  },
  'transfer.import': (context, { source, job }) => {
    const granted = context.resolveGrant(source);
    return runJob(context, job, { writes: true }, (running) => runImport(context, granted, running));
  },
  'transfer.stop': (context, { job }) => stopJob(context, job),
  'transfer.batches': (context) => listBatches(context),
  'transfer.takeBack': async (context, { batchId, job, confirmed }) => {
    const { peopleCount, entryCount } = readBatch(context, batchId);
    const what = sayPeopleAndEntries(peopleCount, entryCount);
    requireConfirmation(peopleCount + entryCount, confirmed, `This removes ${what}.`);
    return await runJob(context, job, { writes: true }, async (running) => {
      try {
        return await takeBackBatch(context, batchId, running);
      } finally {
        rememberAction(context, { kind: 'importTakenBack' });
        context.changed('person', 'entry', 'tag', 'circle', 'fact', 'tie', 'importBatch');
      }
    });
  },
  'transfer.export': (context, { target, format, job }) => {
    const granted = context.resolveGrant(target);
    return runJob(context, job, { writes: false }, (running) =>
      exportJournal(context, granted, format, running),
    );
  },
};
