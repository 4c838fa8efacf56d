// `npm run bench`: measures, and prints ratios to references measured in the same run. All benches of tests/bench, or
// those that are named: npm run bench -- search import
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runPlaywright } from './e2e/playwright.mjs';
import { dependencyCommand, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runScript, Stop, say } from './lib/script.mjs';
import { buildIfStale } from './setup/build.mjs';
import { prepareElectron, prepareNode } from './setup/prepare.mjs';

const folder = join(root, 'tests/bench');
const ending = '.bench.ts';
const inWindows = new Set(['start', 'network']);

await runScript(async () => {
  let failed = 0;
  for (const name of chooseBenches(process.argv.slice(2))) {
    say(`bench ${name}`);
    // What is seen is measured in the application; the rest is measured without a window.
    failed += await (inWindows.has(name) ? runInElectron(name) : runInNode(name));
  }
  return failed > 0 ? 1 : 0;
});

async function runInNode(name) {
  await prepareNode();
  const [node, ...vitest] = dependencyCommand('vitest', 'vitest');
  return run(node, [...vitest, 'run', '--config', 'tests/bench/vitest.config.ts', name + ending]);
}

async function runInElectron(name) {
  const electron = await prepareElectron('display');
  await buildIfStale();
  const { code } = await runPlaywright(electron, 'bench', [name + ending], 'test-results');
  return code;
}

function chooseBenches(wanted) {
  const files = readdirSync(folder).filter((file) => file.endsWith(ending));
  const names = files.map((file) => file.slice(0, -ending.length));
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown) throw new Stop(`there is no bench ${unknown}; there are: ${names.join(', ')}`);
  return wanted.length > 0 ? wanted : names.toSorted();
}
