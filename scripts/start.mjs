// `npm start`: sets up what is missing, builds if a source has changed, and opens Kith.
// What follows `--` goes to the application: npm start -- --user-data-dir=/tmp/journal

import { root } from './lib/paths.mjs';
import { electronEnvironment, run } from './lib/run.mjs';
import { runScript, Stop } from './lib/script.mjs';
import { buildIfStale } from './setup/build.mjs';
import { prepareElectron } from './setup/prepare.mjs';
import { decideSandbox } from './setup/sandbox.mjs';

await runScript(async () => {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    throw new Stop(
      'there is no display here to open a window on; `npm run shots` takes pictures of Kith in a virtual one',
    );
  }
  const electron = await prepareElectron();
  await buildIfStale();
  const switches = decideSandbox(electron) ? [] : ['--no-sandbox'];
  const env = electronEnvironment();
  return run(electron.program, [...switches, root, ...process.argv.slice(2)], { env });
});
