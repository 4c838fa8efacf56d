import type { Handlers, MethodsOf } from '../context.ts';
import { listPromises, promisesOfEntry } from './readPromises.ts';
import { dismissReply, listRepliesOwed } from './repliesOwed.ts';
import { suggestPromises } from './suggestPromises.ts';
import {
  acceptPromise,
  closePromise,
  createPromise,
  dismissPromise,
  removePromise,
  updatePromise,
} from './writePromise.ts';

/** What is owed, on either side. */
export const promises: Handlers<MethodsOf<'promises' | 'replies'>> = {
  'promises.list': listPromises,
  'promises.ofEntry': (context, { entryId }) => promisesOfEntry(context.db, entryId),
  'promises.suggested': (context, { entryId }) => suggestPromises(context, entryId),
  'promises.accept': acceptPromise,
  'promises.dismiss': dismissPromise,
  'promises.create': createPromise,
  'promises.update': (context, input) => {
    updatePromise(context, input);
    return null;
  },
  'promises.close': (context, input) => {
    closePromise(context, input);
    return null;
  },
  'promises.remove': (context, { id }) => {
    removePromise(context, id);
    return null;
  },
  'replies.owed': (context, { limit }) => listRepliesOwed(context, limit),
  'replies.dismiss': (context, { personId, entryId }) => {
    dismissReply(context, personId, entryId);
    return null;
  },
};
