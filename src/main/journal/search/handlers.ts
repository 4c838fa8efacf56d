import type { Handlers, MethodsOf } from '../context.ts';
import { completeQuery } from './completeQuery.ts';
import { searchAll } from './searchAll.ts';
import { searchTyping } from './searchTyping.ts';

/** Finds entries and people by anything that is known of them. */
export const search: Handlers<MethodsOf<'search'>> = {
  'search.typing': searchTyping,
  'search.run': searchAll,
  'search.complete': completeQuery,
};
