import type { Handlers, MethodsOf } from '../context.ts';
import { readBalance } from './readBalance.ts';
import { listExchanges } from './readExchanges.ts';

/** What passed between people. */
export const exchanges: Handlers<MethodsOf<'exchanges'>> = {
  'exchanges.list': listExchanges,
  'exchanges.balance': (context, { personId }) => readBalance(context, personId),
};
