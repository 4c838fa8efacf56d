import type { Handlers, MethodsOf } from '../context.ts';
import { readNetwork } from './readNetwork.ts';
import { listTies } from './readTies.ts';
import { createTie, removeTie, updateTie } from './writeTie.ts';

/** How people belong to each other. */
export const ties: Handlers<MethodsOf<'ties'>> = {
  'ties.list': (context, { personId }) => listTies(context, personId),
  'ties.create': createTie,
  'ties.update': (context, input) => {
    updateTie(context, input);
    return null;
  },
  'ties.remove': (context, { id }) => {
    removeTie(context, id);
    return null;
  },
  'ties.network': readNetwork,
};
