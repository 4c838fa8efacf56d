// `npm run bench`: runs tests/bench/*.bench.ts one after another, or those that are named: npm run bench -- search
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeProgram, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runScript, Stop, say } from './lib/script.mjs';
import { prepareNode } from './setup/prepare.mjs';

const folder = join(root, 'tests/bench');
const ending = '.bench.ts';

const rawImports = import.meta.resolve('./lib/rawImports.mjs');

await runScript(async () => {
  await prepareNode();
  let failed = 0;
  for (const name of chooseBenches(process.argv.slice(2))) {
    say(`bench ${name}`);
    failed += await run(nodeProgram(), ['--import', rawImports, join(folder, name + ending)]);
  }
  return failed > 0 ? 1 : 0;
});

function chooseBenches(wanted) {
  const files = readdirSync(folder, { recursive: true }).map(String);
  const names = files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown) throw new Stop(`there is no bench ${unknown}; there are: ${names.join(', ')}`);
  return wanted.length > 0 ? wanted : names.toSorted();
}
