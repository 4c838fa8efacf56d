import { deepStrictEqual } from 'node:assert';
import type { AskJournal } from '../../src/main/journal/context.ts';
import { type JournalInput, type JournalMethod, journalContract } from '../../src/shared/contract/index.ts';

/** Asks as `ask` does, and holds the answer to the contract: parsed by its schema, it must come out as it went in. */
export function checkedAsk(ask: AskJournal): AskJournal {
  return (async (method: JournalMethod, input: JournalInput<JournalMethod>) => {
    const answer: unknown = await ask(method, input as never);
    deepStrictEqual(journalContract[method].output.parse(answer), answer);
    return answer;
  }) as AskJournal;
}
