export { askDesktop, askJournal } from './ask.ts';
export { getBridge, setBridge } from './bridge.ts';
export { type Connection, useConnection } from './connection.ts';
export { JournalProvider } from './JournalProvider.tsx';
export { openExternal } from './openExternal.ts';
export { createQueryClient, refetchAfter } from './queryClient.ts';
export { type JournalQueryOptions, useJournal } from './useJournal.ts';
export { useJournalMutation } from './useJournalMutation.ts';
export { type Progress, useProgress } from './useProgress.ts';
