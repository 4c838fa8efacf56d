// Sets up what is missing and does nothing else: what `npm run check` begins with.
import { runScript } from './lib/script.mjs';
import { prepareElectron } from './setup/prepare.mjs';

await runScript(async () => {
  await prepareElectron('display', 'test');
});
