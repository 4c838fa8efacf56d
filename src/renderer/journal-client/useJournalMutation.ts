import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { KithError } from '../../shared/contract/errors.ts';
import type { JournalInput, JournalMethod, JournalOutput } from '../../shared/contract/index.ts';
import { askJournal } from './ask.ts';

/** Changes the journal by `method`. What is shown follows by the journal's change events. */
export function useJournalMutation<M extends JournalMethod>(
  method: M,
): UseMutationResult<JournalOutput<M>, KithError, JournalInput<M>> {
  return useMutation<JournalOutput<M>, KithError, JournalInput<M>>({
    mutationFn: (input) => askJournal(method, input),
  });
}
