import { join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { PAGE } from './address.ts';
import { addContextMenu } from './contextMenu.ts';
import { PARTITION } from './session.ts';
import { paperColour } from './theme.ts';
import { boundsOnScreen, readWindowState, rememberWindowState } from './windowState.ts';

const FIRST_SIZE = { width: 1180, height: 820 };
const LEAST_SIZE = { minWidth: 900, minHeight: 600 };

/** Opens the window where it was last, and shows it when it has something to show. */
export function openWindow(dataFolder: string): BrowserWindow {
  const state = readWindowState(dataFolder);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...FIRST_SIZE,
    ...boundsOnScreen(state.bounds, screens),
    ...LEAST_SIZE,
    title: 'Kith',
    icon: join(import.meta.dirname, '../../resources/icon.png'),
    show: false,
    autoHideMenuBar: true,
    backgroundColor: paperColour(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: !app.isPackaged,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  // The title never tells what is being read or written.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => remember(dataFolder, window));
  window.webContents.on('did-finish-load', () => window.webContents.setZoomLevel(state.zoom));
  addContextMenu(window);
  void window.loadURL(PAGE);
  return window;
}

/** Brings the window to the front, or opens one. Does nothing before the application is ready. */
export function focusWindow(dataFolder: string): void {
  if (!app.isReady()) return;
  const window = BrowserWindow.getAllWindows()[0];
  if (window === undefined) openWindow(dataFolder);
  else bringToFront(window);
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function remember(dataFolder: string, window: BrowserWindow): void {
  rememberWindowState(dataFolder, {
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
    zoom: window.webContents.getZoomLevel(),
  });
}
