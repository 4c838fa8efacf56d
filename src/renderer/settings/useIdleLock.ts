import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Settings } from '../../shared/contract/settings.ts';
import { askDesktop, askJournal } from '../journal-client/ask.ts';
import { useJournal } from '../journal-client/useJournal.ts';
import { showToast } from '../ui/toasts.ts';

export type IdleMinutes = Settings['lockAfterMinutes'];

/** Tells the desktop after how long to lock. The shell does it once; anybody may use `useIdleLockChoice`. */
export function useIdleLock(): void {
  const { data } = useJournal('settings.get', {});
  const minutes = data?.lockAfterMinutes;
  useEffect(() => {
    if (minutes !== undefined) askDesktop('desktop.setIdleLock', { minutes }).catch(sayThatItFailed);
  }, [minutes]);
}

/** After how many minutes the journal locks by itself, and a way to choose otherwise, which is remembered. */
export function useIdleLockChoice(): readonly [IdleMinutes | undefined, (minutes: IdleMinutes) => void] {
  const client = useQueryClient();
  const { data } = useJournal('settings.get', {});
  const choose = (lockAfterMinutes: IdleMinutes) => {
    askJournal('settings.update', { lockAfterMinutes })
      .catch(sayThatItFailed)
      .finally(() => client.invalidateQueries({ queryKey: ['settings.get'] }));
  };
  return [data?.lockAfterMinutes, choose];
}

function sayThatItFailed(): void {
  showToast({ message: 'The time after which Kith locks could not be changed.' });
}
