export { askDesktop, askJournal } from './ask.ts';
export { getBridge, setBridge } from './bridge.ts';
export { useConnection } from './connection.ts';
export { JournalProvider } from './JournalProvider.tsx';
export { openExternal } from './openExternal.ts';
export { createQueryClient } from './queryClient.ts';
export { useJournal } from './useJournal.ts';
export { useJournalMutation } from './useJournalMutation.ts';
export { useProgress } from './useProgress.ts';
