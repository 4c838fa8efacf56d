import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/contract/desktop.ts';

/** What a right click offers for text: what the page says is possible there, and nothing where nothing is. */
export function addContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { editFlags, isEditable, selectionText }) => {
    const copy: MenuItemConstructorOptions = { role: 'copy', enabled: editFlags.canCopy };
    const command: MenuCommand = 'remember';
    const remember: MenuItemConstructorOptions = {
      label: 'Remember this about …',
      click: () => window.webContents.send('menu', command),
    };
    const forWriting: MenuItemConstructorOptions[] = [
      { role: 'undo', enabled: editFlags.canUndo },
      { role: 'redo', enabled: editFlags.canRedo },
      { type: 'separator' },
      { role: 'cut', enabled: editFlags.canCut },
      copy,
      { role: 'paste', enabled: editFlags.canPaste },
      { role: 'pasteAndMatchStyle', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
    if (isEditable) Menu.buildFromTemplate(forWriting).popup({ window });
    else if (selectionText.trim() !== '') Menu.buildFromTemplate([copy, remember]).popup({ window });
  });
}
