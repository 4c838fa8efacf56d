// Starts Kith under Playwright's driver. The driver attaches to windows as they are made, and now and then loses one
// whose first page loads while it is attaching. So Kith is not told that it is ready before the driver is: the driver
// calls `__playwright_run` then. It brings a loader of its own for this, which only `electron -r` can load.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(app.commandLine.getSwitchValue('kith-app'));
const { productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(productName);
app.setVersion(version);
app.setAppPath(folder);

const isReady = app.whenReady();
const emit = app.emit.bind(app);
let readyArguments = [];
let driverIsReady = false;
const ready = new Promise((run) => {
  globalThis.__playwright_run = async () => {
    await isReady;
    driverIsReady = true;
    run();
    emit('ready', ...readyArguments);
  };
});
app.isReady = () => driverIsReady;
app.whenReady = () => ready;
app.emit = (event, ...rest) => {
  if (event !== 'ready') return emit(event, ...rest);
  readyArguments = rest;
  return true;
};

await import(pathToFileURL(join(folder, main)).href);
