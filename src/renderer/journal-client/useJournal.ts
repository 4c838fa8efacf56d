import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { KithError } from '../../shared/contract/errors.ts';
import type { JournalInput, JournalMethod, JournalOutput } from '../../shared/contract/index.ts';
import { askJournal } from './ask.ts';

export interface JournalQueryOptions {
  /** Ask only when this is true. */
  readonly enabled?: boolean;
  /** Show the answer to the last input until the one to this input is there: no flicker while typing. */
  readonly keepPrevious?: boolean;
}

/** The journal's answer to `method`, kept true by its change events. */
export function useJournal<M extends JournalMethod>(
  method: M,
  input: JournalInput<M>,
  { enabled = true, keepPrevious = false }: JournalQueryOptions = {},
): UseQueryResult<JournalOutput<M>, KithError> {
  return useQuery<JournalOutput<M>, KithError>({
    queryKey: [method, input],
    queryFn: () => askJournal(method, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  } as Parameters<typeof useQuery<JournalOutput<M>, KithError>>[0]);
}
