// Runs inside the stand-in Electron, in place of the start-up code that official builds have: the first word
// on the command line is the folder of the application to start.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(process.argv.slice(1).find((word) => !word.startsWith('-')) ?? '.');
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setName(productName ?? name);
app.setVersion(version);
app.setAppPath(folder);

const userData = app.commandLine.getSwitchValue('user-data-dir');
app.setPath('userData', userData ? resolve(userData) : join(app.getPath('appData'), app.getName()));

// Without a sandbox (only root has to go without, and only here) the application's own request for one would
// take `--no-sandbox` from the child processes, which would then refuse to start, over and over.
if (app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox = () => undefined;

await import(pathToFileURL(join(folder, main)).href);
