// `npm run shots`: takes a picture of each main screen, in a virtual display, into `shots/`.
import { runPlaywright } from './e2e/playwright.mjs';
import { runScript } from './lib/script.mjs';
import { buildIfStale } from './setup/build.mjs';
import { prepareElectron } from './setup/prepare.mjs';

await runScript(async () => {
  const electron = await prepareElectron('display');
  await buildIfStale();
  const { code } = await runPlaywright(electron, 'shots', process.argv.slice(2), 'shots');
  return code;
});
