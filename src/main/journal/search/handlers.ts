import type { SearchAnswer } from '../../../shared/contract/search.ts';
import type { Handlers, MethodsOf } from '../context.ts';

const nothing: SearchAnswer = {
  people: [],
  entries: [],
  more: false,
  count: 0,
  didYouMean: null,
  parts: [],
  notes: [],
};

export const search: Handlers<MethodsOf<'search'>> = {
  'search.typing': () => nothing as never,
  'search.run': () => nothing as never,
  'search.complete': () => ({ from: 0, to: 0, options: [] }),
};
