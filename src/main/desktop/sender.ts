import { BrowserWindow, type WebContents, type WebFrameMain } from 'electron';
import { isPage } from './address.ts';

/** Whether a message comes from the main frame of one of our windows, showing our page, and from nowhere else. */
export function isOurs({
  sender,
  senderFrame,
}: {
  readonly sender: WebContents;
  readonly senderFrame: WebFrameMain | null;
}): boolean {
  return (
    senderFrame !== null &&
    senderFrame === sender.mainFrame &&
    isPage(senderFrame.url) &&
    BrowserWindow.fromWebContents(sender) !== null
  );
}
