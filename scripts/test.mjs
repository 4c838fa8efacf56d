// `npm test`: sets up what is missing, builds, and runs every test: first those of the parts, then those of the
// whole application. A part of them: npm test -- --only unit tests/shared
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPlaywright } from './e2e/playwright.mjs';
import { dependencyCommand, readJson, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { runScript, Stop } from './lib/script.mjs';
import { buildIfStale } from './setup/build.mjs';
import { prepareElectron, prepareNode } from './setup/prepare.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Outcome */

const runners = { unit: runUnitTests, e2e: runEndToEndTests };

await runScript(async () => {
  const { only, args } = readArguments(process.argv.slice(2));
  const electron = await prepare(only);
  const outcomes = [];
  for (const name of only ? [only] : Object.keys(runners)) outcomes.push(await runners[name](args, electron));
  return report(outcomes);
});

/** What goes to a runner has to say to which: the two take different arguments. */
function readArguments([flag, only, ...args]) {
  if (flag === undefined) return { args: [] };
  if (flag !== '--only' || !(only in runners)) {
    throw new Stop('usage: npm test [-- --only unit|e2e [what to pass on to Vitest or Playwright]]');
  }
  return { only, args };
}

/** All of it comes before the first test, so that its trouble does not turn up after minutes of tests. */
async function prepare(only) {
  if (only === 'unit') return prepareNode('test');
  const electron = await prepareElectron('display', 'test');
  await buildIfStale();
  return electron;
}

async function runUnitTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'kith-unit-'));
  const file = join(folder, 'report.json');
  try {
    const [node, ...vitest] = dependencyCommand('vitest', 'vitest');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const code = await run(node, [...vitest, 'run', ...reporters, ...args]);
    const counts = existsSync(file) ? readJson(file) : {};
    return toOutcome(code, counts.numPassedTests, counts.numFailedTests, counts.numPendingTests);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runEndToEndTests(args, electron) {
  rmSync(join(root, 'test-results'), { recursive: true, force: true });
  const { code, report } = await runPlaywright(electron, 'e2e', args, 'test-results');
  const counts = report?.stats ?? {};
  return toOutcome(code, counts.expected + counts.flaky, counts.unexpected, counts.skipped);
}

/** A runner that fails without a failed test (a file that does not load, say) counts as one failure. */
function toOutcome(code, passed, failed, skipped) {
  return { passed: passed || 0, failed: failed || Number(code !== 0), skipped: skipped || 0 };
}

/** @param {Outcome[]} outcomes */
function report(outcomes) {
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  console.log(`\nTests: ${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  return sum('failed') > 0 ? 1 : 0;
}
