import { z } from 'zod';
import type { Input, Output, Parsed } from './define.ts';
import { method } from './define.ts';
import { grant } from './transfer.ts';

/** Minutes after which the journal may lock by itself. */
export const idleMinutes = z.union([1, 2, 5, 10, 15, 30, 60].map((minutes) => z.literal(minutes)));

const chosen = z.object({ grant, name: z.string() }).nullable();

/** What a window can ask of the desktop: dialogs, the look of the window, links. Main answers. */
export const desktopContract = {
  /** Lets the user choose a folder or a file to import. Null if they chose none. */
  'desktop.chooseImport': method(z.object({ kind: z.enum(['folder', 'file']) }), chosen),
  /** Lets the user choose a folder to export into. */
  'desktop.chooseExport': method(z.object({}), chosen),
  /** Lets the user choose a second folder for backups. */
  'desktop.chooseBackupFolder': method(z.object({}), chosen),
  /** Shows the folder behind a grant in the system's file manager. */
  'desktop.reveal': method(z.object({ grant, name: z.string() }), z.null()),
  /** Shows the folder of the journals that others took the place of in the system's file manager. */
  'desktop.revealReplaced': method(z.object({}), z.null()),
  /** Opens a web or mail address outside, after asking. Other addresses are refused. */
  'desktop.openExternal': method(z.object({ url: z.string().max(4000) }), z.null()),
  /** Locks the journal: its process ends, and every window is loaded anew. */
  'desktop.lock': method(z.object({}), z.null()),
  /** Locks by itself after so many minutes without anybody at the computer; null: never. */
  'desktop.setIdleLock': method(z.object({ minutes: idleMinutes.nullable() }), z.null()),
  /** Puts a secret on the clipboard, and takes it off again after a minute. */
  'desktop.copySecret': method(z.object({ text: z.string().max(200) }), z.null()),
  /** Puts words on the clipboard. */
  'desktop.copyText': method(z.object({ text: z.string().max(100_000) }), z.null()),
  'desktop.setTheme': method(z.object({ theme: z.enum(['system', 'light', 'dark']) }), z.null()),
};

export type DesktopContract = typeof desktopContract;
export type DesktopMethod = keyof DesktopContract;
export type DesktopInput<M extends DesktopMethod> = Input<DesktopContract, M>;
export type DesktopParsed<M extends DesktopMethod> = Parsed<DesktopContract, M>;
export type DesktopOutput<M extends DesktopMethod> = Output<DesktopContract, M>;

/** What the menu or the system asks of a window. */
export type MenuCommand =
  | 'write'
  | 'remember'
  | 'undo'
  | 'redo'
  | 'find'
  | 'today'
  | 'journal'
  | 'people'
  | 'search'
  | 'promises'
  | 'shelf'
  | 'lock'
  | 'import'
  | 'export'
  | 'settings'
  | 'shortcuts'
  | 'likeTheSystem'
  | 'light'
  | 'dark';
