import type { JournalMethod } from '../../shared/contract/index.ts';
import type { Handlers, MethodsOf } from './context.ts';
import { entries } from './entries/handlers.ts';
import { people } from './people/handlers.ts';
import { search } from './search/handlers.ts';
import { settings } from './settings/handlers.ts';
import { transfer } from './transfer/handlers.ts';

/** Everything an open journal answers; the vault and the backups answer the rest, for they must answer while there is no open journal. */
export const handlers: Handlers<Exclude<JournalMethod, MethodsOf<'vault' | 'backups'>>> = {
  ...people,
  ...entries,
  ...search,
  ...transfer,
  ...settings,
};
