import type { Secret } from '../../shared/contract/vault.ts';
import { type JournalAtHand, type Rekeyed, rekeyVault } from '../journal/vault/rekey.ts';
import { measureRekeyCopy } from '../journal/vault/rekeyCopy.ts';
import { unlockVaultBy } from '../journal/vault/vault.ts';
import type { VaultHost } from './vaultDesk.ts';

/** The change of the key that is under way, if one is. */
export interface Rekeying {
  /** Puts the journal under another key, telling `progress` as `job`. Fails as `rekeyVault` does. */
  readonly begin: (proof: Secret, job: string) => Promise<Rekeyed>;
  /** Ends it, and leaves the journal as it was. Whether there was one that still could be ended. */
  readonly stop: () => boolean;
}

export function createRekeying(host: VaultHost): Rekeying {
  let stopping: AbortController | null = null;
  const begin = async (proof: Secret, job: string) => {
    const mine = new AbortController();
    stopping = mine;
    try {
      return await rekeyVault({
        folder: host.dataFolder,
        proof,
        keyring: host.keyring,
        journal: atHand(host, proof, job, mine.signal),
        signal: mine.signal,
        onStep: (step) => {
          if (step === 'announced') stopping = null;
        },
      });
    } finally {
      stopping = null;
    }
  };
  return {
    begin: (proof, job) => host.afterBackups(() => begin(proof, job)),
    stop: () => {
      stopping?.abort();
      return stopping !== null;
    },
  };
}

function atHand(host: VaultHost, proof: Secret, job: string, signal: AbortSignal): JournalAtHand {
  const { dataFolder, keyring, written, untilQuiet, alone } = host;
  let rounds = 0;
  return {
    written,
    untilQuiet,
    alone,
    copy: (input) => {
      rounds += 1;
      return copyTelling(host, input, signal, tellOf(host, job, rounds));
    },
    whileClosed: async (work) => {
      host.close();
      const key = await work().catch(async (error: unknown) => {
        // Back to the journal as it is now, by the key that fits.
        openOrForget(await unlockVaultBy(dataFolder, proof, keyring), host);
        throw error;
      });
      openOrForget(key, host);
    },
  };
}

const PARTS = 100;

/** Tells of a round, each hundredth once. A copy that has to be made again is more work, so the whole of it grows. */
function tellOf(host: VaultHost, job: string, rounds: number): (part: number) => void {
  let furthest = 0;
  return (part) => {
    const done = Math.round(part * PARTS);
    if (done <= furthest) return;
    furthest = done;
    host.progress(job, (rounds - 1) * PARTS + done, rounds * PARTS);
  };
}

const LOOK_EVERY_MS = 250;

/** Makes the copy, and tells how far it is: by its size, and by what the task reports of reading it. */
async function copyTelling(
  { dataFolder, run }: VaultHost,
  input: Parameters<JournalAtHand['copy']>[0],
  signal: AbortSignal,
  tell: (part: number) => void,
): Promise<boolean> {
  const looking = setInterval(() => tell(measureRekeyCopy(dataFolder) ?? 0), LOOK_EVERY_MS);
  try {
    return await run('rekey', input, tell, signal);
  } finally {
    clearInterval(looking);
  }
}

export function openOrForget(key: Buffer, host: VaultHost): void {
  try {
    host.open(key);
  } catch (error) {
    key.fill(0);
    throw error;
  }
  host.opened(key);
}
