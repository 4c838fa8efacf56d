import { KithError } from '../../../shared/contract/errors.ts';
import type { Handlers, MethodsOf } from '../context.ts';
import { proposeTo } from './proposeTo.ts';
import { listShelf, listTopics, readItem } from './readShelf.ts';
import { suggestTopics } from './suggestTopics.ts';
import { createItem, removeItem, shareItem, updateItem } from './writeShelf.ts';

/** Things worth sharing. */
export const shelf: Handlers<MethodsOf<'shelf'>> = {
  'shelf.list': (context, input) => listShelf(context.db, input),
  'shelf.topics': (context, { limit }) => listTopics(context.db, limit),
  'shelf.suggestTopics': (context, { limit }) => suggestTopics(context.db, limit),
  'shelf.proposals': (context, { id, limit }) => {
    const item = readItem(context.db, id);
    if (!item) throw new KithError('notFound', 'This is not on the shelf any more.');
    return proposeTo(context, item, limit);
  },
  'shelf.create': createItem,
  'shelf.update': (context, input) => {
    updateItem(context, input);
    return null;
  },
  'shelf.remove': (context, { id }) => {
    removeItem(context, id);
    return null;
  },
  'shelf.share': (context, input) => {
    shareItem(context, input);
    return null;
  },
};
