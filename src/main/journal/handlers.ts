import type { JournalMethod } from '../../shared/contract/index.ts';
import { circles } from './circles/handlers.ts';
import type { Handlers, MethodsOf } from './context.ts';
import { entries } from './entries/handlers.ts';
import { exchanges } from './exchanges/handlers.ts';
import { facts } from './facts/handlers.ts';
import { history } from './history/handlers.ts';
import { nudges } from './nudges/handlers.ts';
import { bulk } from './people/bulk.ts';
import { people } from './people/handlers.ts';
import { promises } from './promises/handlers.ts';
import { search } from './search/handlers.ts';
import { settings } from './settings/handlers.ts';
import { shelf } from './shelf/handlers.ts';
import { ties } from './ties/handlers.ts';
import { transfer } from './transfer/handlers.ts';
import { trash } from './trash/handlers.ts';

/** Everything an open journal answers; the vault and the backups answer the rest, for they must answer while there is no open journal. */
export const handlers: Handlers<Exclude<JournalMethod, MethodsOf<'vault' | 'backups'>>> = {
  ...people,
  ...bulk,
  ...circles,
  ...entries,
  ...exchanges,
  ...facts,
  ...ties,
  ...history,
  ...trash,
  ...search,
  ...transfer,
  ...nudges,
  ...promises,
  ...settings,
  ...shelf,
};
