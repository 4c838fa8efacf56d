// Draws the icon in every size that a system asks for. Run it with Electron: electron resources/render
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const resources = join(import.meta.dirname, '..');
const svg = readFileSync(join(resources, 'icon.svg')).toString('base64');

/** Each size is drawn on its own, for a large picture made small is blurred. */
async function draw(size) {
  const window = new BrowserWindow({
    width: size,
    height: size,
    useContentSize: true,
    show: false,
    frame: false,
    transparent: true,
    webPreferences: { offscreen: true, sandbox: true },
  });
  const page = `<style>*{margin:0}html{background:transparent}img{display:block;width:100vw;height:100vh}</style>
    <img src="data:image/svg+xml;base64,${svg}">`;
  await window.loadURL(`data:text/html;base64,${Buffer.from(page).toString('base64')}`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const picture = await window.webContents.capturePage({ x: 0, y: 0, width: size, height: size });
  window.destroy();
  return picture.toPNG();
}

app.on('window-all-closed', () => undefined);
app.whenReady().then(async () => {
  mkdirSync(join(resources, 'icons'), { recursive: true });
  for (const size of SIZES) writeFileSync(join(resources, 'icons', `${size}x${size}.png`), await draw(size));
  writeFileSync(join(resources, 'icon.png'), readFileSync(join(resources, 'icons', '512x512.png')));
  app.exit(0);
});
