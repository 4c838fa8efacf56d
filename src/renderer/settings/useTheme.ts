import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Settings } from '../../shared/contract/settings.ts';
import { askDesktop, askJournal } from '../journal-client/ask.ts';
import { useJournal } from '../journal-client/useJournal.ts';
import { showToast } from '../ui/toasts.ts';

export type Theme = Settings['theme'];

/** Puts the chosen look on the page and the window. The shell does it once; anybody may use `useThemeChoice`. */
export function useTheme(): void {
  const { data } = useJournal('settings.get', {});
  const theme = data?.theme;
  useEffect(() => {
    if (!theme) return;
    showTheme(theme);
    askDesktop('desktop.setTheme', { theme }).catch(sayThatItFailed);
  }, [theme]);
}

/** The chosen look and a way to choose another, which is seen at once and remembered. */
export function useThemeChoice(): readonly [Theme, (theme: Theme) => void] {
  const client = useQueryClient();
  const { data } = useJournal('settings.get', {});
  const choose = (theme: Theme) => {
    client.setQueryData<Settings>(['settings.get', {}], (old) => old && { ...old, theme });
    askJournal('settings.update', { theme })
      .catch(sayThatItFailed)
      .finally(() => client.invalidateQueries({ queryKey: ['settings.get'] }));
  };
  return [data?.theme ?? 'system', choose];
}

function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function sayThatItFailed(): void {
  showToast({ message: 'The look could not be remembered.' });
}
