import type { Handlers, MethodsOf } from '../context.ts';
import { listBatches } from './batches.ts';
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
  'transfer.takeBack': (context, { batchId, job }) =>
    runJob(context, job, { writes: true }, async (running) => {
      try {
        return await takeBackBatch(context, batchId, running);
      } finally {
        context.changed('person', 'entry', 'tag', 'circle', 'importBatch');
      }
    }),
  'transfer.export': (context, { target, format, job }) => {
    const granted = context.resolveGrant(target);
    return runJob(context, job, { writes: false }, (running) =>
      exportJournal(context, granted, format, running),
    );
  },
};
