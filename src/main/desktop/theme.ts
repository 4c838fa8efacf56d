import { BrowserWindow, nativeTheme } from 'electron';
import { readWindowState, rememberWindowState, type WindowState } from './windowState.ts';

/** The paper of each theme, as in the interface's tokens: what a window shows before its page has drawn. */
const paper = { light: '#faf6ee', dark: '#1d1915' };

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
