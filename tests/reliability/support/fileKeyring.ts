import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Keyring } from '../../../src/main/journal/vault/keyring.ts';

/** A keyring that outlives the process, as a system's does: a file in `folder` for each secret. */
export function createFileKeyring(folder: string): Keyring {
  const fileOf = (id: string) => join(folder, Buffer.from(id).toString('hex'));
  return {
    whyNot: async () => null,
    keep: async (id, secret) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${fileOf(id)}.new`, secret);
      renameSync(`${fileOf(id)}.new`, fileOf(id));
    },
    read: async (id) => (existsSync(fileOf(id)) ? readFileSync(fileOf(id)) : null),
    forget: async (id) => rmSync(fileOf(id), { force: true }),
  };
}
