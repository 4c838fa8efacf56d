import { copyFileSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { makeOnce } from '../lib/cache.mjs';
import { readJson, root } from '../lib/paths.mjs';
import { runQuietly } from '../lib/run.mjs';
import { step } from '../lib/script.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const modules = join(root, 'node_modules');
const home = join(modules, 'better-sqlite3');
const prebuilt = join(home, 'prebuilds/linux-x64.node');

/** Part of the compiled file's name in the cache: count up when the way of compiling changes. */
const RECIPE = 2;

/**
 * Puts a SQLite that the stand-in Electron can load in place of the one in the package.
 *
 * The package's binary asks for Node-API 10, which arrived with Electron 36; before that it crashes. Compiled
 * from the same sources against the experimental interface it runs on the old Electron and on every newer
 * Node, so nothing else has to know which of the two is there.
 */
export async function placeCompatibleSqlite() {
  const { name, version } = readJson(join(home, 'package.json'));
  const compiled = await makeOnce(`${name}-${version}-${RECIPE}.node`, async (workshop) => {
    await ensureSystemPackages('compile');
    return step('compiling SQLite for it (about 100 s)', () => compileSqlite(workshop));
  });
  if (readFileSync(compiled).equals(readFileSync(prebuilt))) return;
  // Written beside and renamed: a Kith that is running keeps the file that it has open.
  const beside = `${prebuilt}.${process.pid}`;
  copyFileSync(compiled, beside);
  renameSync(beside, prebuilt);
}

async function compileSqlite(workshop) {
  const library = join(workshop, 'sqlite3.o');
  const binding = join(workshop, 'better_sqlite3.o');
  const finalizers = join(workshop, 'postFinalizers.o');
  const result = join(workshop, 'better_sqlite3.node');
  const common = ['-c', '-O2', '-fPIC', '-DNDEBUG', ...readDefines()];
  await Promise.all([
    runQuietly('gcc', ['-std=c99', '-w', ...common, join(home, 'deps/sqlite3/sqlite3.c'), '-o', library]),
    runQuietly('g++', [
      ...['-std=c++20', '-fvisibility=hidden', '-fvisibility-inlines-hidden', ...common, ...nodeApi],
      ...[join(home, 'src/better_sqlite3.cpp'), '-o', binding],
    ]),
    runQuietly('gcc', ['-c', '-O2', '-fPIC', ...nodeApi, postFinalizers, '-o', finalizers]),
  ]);
  const link = ['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', ...postponed.map((name) => `-Wl,--wrap=${name}`)];
  const objects = [binding, library, finalizers];
  await runQuietly('g++', ['-shared', ...link, ...objects, '-ldl', '-lpthread', '-lm', '-o', result]);
  return result;
}

const postFinalizers = join(import.meta.dirname, 'postFinalizers.c');
/** All ways in which the binding registers a finalizer; see postFinalizers.c. */
const postponed = ['napi_wrap', 'napi_add_finalizer', 'napi_create_external_buffer'];

/** 2147483647 is the experimental Node-API: 9 lacks references to strings, and 10 is what Electron 33 lacks. */
const nodeApi = [
  '-DNAPI_VERSION=2147483647',
  '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
  '-DNODE_API_EXPERIMENTAL_NO_WARNING',
  '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
  '-DNAPI_DISABLE_CPP_EXCEPTIONS',
  ...['node-api-headers/include', 'node-addon-api', 'better-sqlite3/deps/sqlite3'].map(
    (path) => `-I${join(modules, path)}`,
  ),
];

/** The options that the package compiles its own SQLite with. */
function readDefines() {
  const text = readFileSync(join(home, 'deps/defines.gypi'), 'utf8');
  return [...text.matchAll(/'([A-Z0-9_]+(?:=[^']*)?)'/g)].map(([, define]) => `-D${define}`);
}
