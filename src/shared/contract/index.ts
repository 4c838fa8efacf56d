import { backups } from './backups.ts';
import { bulk } from './bulk.ts';
import { circles } from './circles.ts';
import type { Call, Input, Output, Parsed } from './define.ts';
import { entries } from './entries.ts';
import { exchanges } from './exchanges.ts';
import { facts } from './facts.ts';
import { history } from './history.ts';
import { nudges } from './nudges.ts';
import { people } from './people.ts';
import { promises } from './promises.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { shelf } from './shelf.ts';
import { ties } from './ties.ts';
import { transfer } from './transfer.ts';
import { trash } from './trash.ts';
import { undo } from './undo.ts';
import { vault } from './vault.ts';

/** Everything that a window can ask of the journal, one line a method. */
export const journalContract = {
  ...vault,
  ...backups,
  ...people,
  ...bulk,
  ...circles,
  ...entries,
  ...exchanges,
  ...facts,
  ...ties,
  ...history,
  ...trash,
  ...undo,
  ...search,
  ...transfer,
  ...nudges,
  ...promises,
  ...settings,
  ...shelf,
};

export type JournalContract = typeof journalContract;
export type JournalMethod = keyof JournalContract;
export type JournalInput<M extends JournalMethod> = Input<JournalContract, M>;
export type JournalParsed<M extends JournalMethod> = Parsed<JournalContract, M>;
export type JournalOutput<M extends JournalMethod> = Output<JournalContract, M>;
export type JournalCall = Call<JournalContract>;

/** Whether `name` is a line of the contract (and not, say, `constructor`). */
export function isJournalMethod(name: string): name is JournalMethod {
  return Object.hasOwn(journalContract, name);
}
