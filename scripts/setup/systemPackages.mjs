import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly, succeeds } from '../lib/run.mjs';
import { Stop, step } from '../lib/script.mjs';

/** Libraries that Electron loads, and the Debian package of each. */
const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libatspi.so.0': 'libatspi2.0-0',
  'libdrm.so.2': 'libdrm2',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/** Programs, and the Debian package of each. */
const programs = {
  'xvfb-run': 'xvfb',
  xauth: 'xauth',
  pdftotext: 'poppler-utils',
  strace: 'strace',
  ip: 'iproute2',
  tcpdump: 'tcpdump',
  gcc: 'gcc',
  'g++': 'g++',
};

/** What each purpose asks of the system. */
const needs = {
  window: Object.keys(libraries),
  display: ['xvfb-run', 'xauth'],
  test: ['pdftotext', 'strace', 'ip', 'tcpdump'],
  compile: ['gcc', 'g++'],
};

/**
 * Sees to it that the system has what these purposes need. On Linux only: elsewhere nothing is missing.
 * @param {...keyof typeof needs} purposes
 */
export async function ensureSystemPackages(...purposes) {
  if (process.platform !== 'linux') return;
  const present = listLibraries();
  const missing = purposes
    .flatMap((purpose) => needs[purpose])
    .filter((name) => (name in libraries ? present && !present.includes(`${name} `) : !isProgram(name)));
  if (missing.length > 0) await installPackages(missing);
}

/** What the loader knows; nothing on a system that keeps no such list, where Electron will speak for itself. */
function listLibraries() {
  const { status, stdout } = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

async function installPackages(missing) {
  if (!succeeds('apt-get', ['--version'])) {
    throw new Stop(`the system lacks ${missing.join(', ')}; please install what provides them`);
  }
  const packages = missing.map((name) => libraries[name] ?? programs[name]);
  if (process.getuid() !== 0) {
    throw new Stop(`system packages are missing; please run: sudo apt-get install -y ${packages.join(' ')}`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`installing system packages (${packages.join(' ')})`, async () => {
    // An interrupted installation is finished first; apt refuses to begin another before that.
    await runQuietly('dpkg', ['--configure', '-a'], { env });
    await runQuietly('apt-get', ['update', ...patience], { env });
    await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...patience, ...packages], {
      env,
    });
  });
}

/** Another installation may be running: wait for it. */
const patience = ['-o', 'DPkg::Lock::Timeout=120'];

function isProgram(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, name)));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
