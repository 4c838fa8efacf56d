// `npm run torture`: the full form of the tests of tests/reliability, which takes hours; `npm test` runs a short form
// of the same. All of them, or those that are named: npm run torture -- killed powerCut
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dependencyCommand, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runScript, Stop } from './lib/script.mjs';
import { prepareNode } from './setup/prepare.mjs';

const folder = join(root, 'tests/reliability');
const ending = '.test.ts';

await runScript(async () => {
  const files = chooseFiles(process.argv.slice(2));
  await prepareNode('test');
  const [node, ...vitest] = dependencyCommand('vitest', 'vitest');
  // One at a time: what they do to processes and disks leaves no room for others.
  return run(node, [...vitest, 'run', '--no-file-parallelism', ...files], {
    env: { ...process.env, KITH_FULL: '1' },
  });
});

function chooseFiles(wanted) {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown) throw new Stop(`there is no test ${unknown}; there are: ${names.join(', ')}`);
  return (wanted.length > 0 ? wanted : names).map((name) => `tests/reliability/${name}${ending}`);
}
