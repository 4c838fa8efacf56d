import { BrowserWindow, nativeTheme } from 'electron';
import { paper } from './paper.ts';
import { readWindowState, rememberWindowState, type WindowState } from './windowState.ts';

export const paperColour = () => (nativeTheme.shouldUseDarkColors ? paper.dark : paper.light);

/** Takes up the remembered theme, and keeps windows in step with the system's. */
export function showTheme(dataFolder: string): void {
  nativeTheme.themeSource = readWindowState(dataFolder).theme;
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(paperColour());
  });
}

/** Changes the theme of windows and native parts, and remembers it for the next start. */
export function setTheme(dataFolder: string, theme: WindowState['theme']): void {
  if (nativeTheme.themeSource === theme) return;
  nativeTheme.themeSource = theme;
  rememberWindowState(dataFolder, { theme });
}
