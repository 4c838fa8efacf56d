import { app, type Session, type WebContents } from 'electron';
import { isInside, isPage, parseAddress } from './address.ts';
import { offerOutside } from './externalLinks.ts';

/** Refuses the pages of `session` every permission, device and address but the application's own. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  // Chromium fetches dictionaries for these languages on Linux and Windows.
  session.setSpellCheckerLanguages([]);
  session.on('will-download', (event) => event.preventDefault());
  session.protocol.handle('file', () => new Response(null, { status: 403 }));
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
}

/** Keeps a page where it is: it goes nowhere, opens nothing, and holds no other page. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    void offerOutside(url);
    return { action: 'deny' };
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPage(event.url)) event.preventDefault();
    if (event.isMainFrame) void offerOutside(event.url);
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function mayLoad(url: string): boolean {
  const address = parseAddress(url);
  if (address === undefined) return false;
  if (isInside(address)) return true;
  // Made by the page itself, of what it has already.
  if (address.protocol === 'data:' || address.protocol === 'blob:') return true;
  return address.protocol === 'devtools:' && !app.isPackaged;
}
