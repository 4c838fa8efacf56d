/** Trouble that is the machine's or the caller's, not ours: its message is all that is shown. */
export class Stop extends Error {}

/**
 * Runs a whole script: what `main` returns is the exit code, and trouble is told in plain words.
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    refuseOldNode();
    process.exitCode = (await main()) ?? 0;
  } catch (trouble) {
    console.error(trouble instanceof Stop ? `kith: ${trouble.message}` : trouble);
    process.exitCode = 1;
  }
}

/**
 * @param {string} line
 */
export function say(line) {
  console.log(`kith: ${line}`);
}

/**
 * Does a piece of work that takes a while, saying what it is and how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const start = performance.now();
  process.stdout.write(`kith: ${what}… `);
  try {
    const result = await work();
    console.log(`done in ${((performance.now() - start) / 1000).toFixed(0)} s`);
    return result;
  } catch (trouble) {
    console.log('failed');
    throw trouble;
  }
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Stop(`Node 20.19 or newer is needed to begin; this is ${process.versions.node}`);
  }
}
