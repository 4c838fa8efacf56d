import type { Handlers, MethodsOf } from '../context.ts';
import { requirePerson } from '../people/getPerson.ts';
import { listFacts, listLabels, readFactsOfEntry } from './readFacts.ts';
import { createFact, removeFact, retireFact, updateFact } from './writeFact.ts';

/** What is known of people. */
export const facts: Handlers<MethodsOf<'facts'>> = {
  'facts.list': (context, { personId }) => listFacts(context.db, requirePerson(context, personId)),
  'facts.ofEntry': (context, { entryId }) => readFactsOfEntry(context, entryId),
  'facts.create': createFact,
  'facts.update': (context, input) => {
    updateFact(context, input);
    return null;
  },
  'facts.remove': (context, { id }) => {
    removeFact(context, id);
    return null;
  },
  'facts.retire': (context, { id, on }) => {
    retireFact(context, id, on);
    return null;
  },
  'facts.labels': (context, { facet, limit }) => listLabels(context, facet, limit),
};
