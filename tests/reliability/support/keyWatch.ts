import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect } from 'vitest';
import { type Journal, openJournal } from '../../../src/main/journal/openJournal.ts';
import { opensWith } from '../../../src/main/journal/store/openStore.ts';
import { journalPath, readKeys } from '../../../src/main/journal/vault/keyFile.ts';
import { formerPath, freshPath } from '../../../src/main/journal/vault/rekeyFiles.ts';
import { readVaultState, unlockVaultBy } from '../../../src/main/journal/vault/vault.ts';
import { KithError } from '../../../src/shared/contract/errors.ts';
import { testClock } from '../../support/journal.ts';
import { createFileKeyring } from './fileKeyring.ts';

/** Opens journals whose key was being changed when programs/rekey.ts was killed. */
export interface KeyWatch {
  /** Another journal, of which nothing is known yet. */
  readonly begin: () => void;
  /** Opens it by this computer, and holds that it has one key, which every secret that is in force opens. */
  readonly open: (folder: string, lines: readonly string[]) => Promise<Journal>;
  /** How many kills hit a change of the key, and how those ended. */
  readonly summary: () => string;
}

export function createKeyWatch(): KeyWatch {
  let keys: Buffer[] = [];
  /** The recovery key that was told last; null if one is in force that was never told. */
  let recoveryKey: string | null = null;
  const counts = { changed: 0, hit: 0, forwards: 0, back: 0 };

  const hear = (lines: readonly string[]): { readonly isHit: boolean } => {
    let isHit = false;
    for (const line of lines) {
      if (line === 'anew') isHit = true;
      if (!line.startsWith('key ')) continue;
      recoveryKey = line.slice('key '.length);
      if (isHit) counts.changed += 1;
      isHit = false;
    }
    return { isHit };
  };
  const settle = async (folder: string, key: Buffer, isHit: boolean) => {
    if (recoveryKey === null) return;
    const opened = await unlockVaultBy(folder, { recoveryKey }).catch((error: unknown) => {
      // Where the change went on to its end, nobody was told the new one.
      if (isHit && error instanceof KithError && error.kind === 'wrongPassphrase') return null;
      throw error;
    });
    if (opened !== null) expect(opened.equals(key)).toBe(true);
    if (!isHit) return;
    counts.hit += 1;
    if (opened === null) {
      counts.forwards += 1;
      recoveryKey = null;
    } else counts.back += 1;
  };

  return {
    begin: () => {
      keys = [];
      recoveryKey = null;
    },
    open: async (folder, lines) => {
      const { isHit } = hear(lines);
      expect(readVaultState(folder)).toBe('locked');
      const keyring = createFileKeyring(join(folder, 'keyring'));
      const key = await unlockVaultBy(folder, { thisComputer: true }, keyring);
      expect(readKeys(folder).next).toBeUndefined();
      for (const path of [freshPath(folder), formerPath(folder)]) expect(existsSync(path)).toBe(false);
      const others = keys.filter((other) => !other.equals(key));
      for (const other of others) expect(opensWith(journalPath(folder), other)).toBe(false);
      keys = [...others, key];
      await settle(folder, key, isHit);
      return openJournal(journalPath(folder), { key, clock: testClock(), newId: v7 });
    },
    summary: () =>
      `${counts.changed} changes came to their end; of ${counts.hit} that were hit ` +
      `${counts.back} left the old key, ${counts.forwards} the new one`,
  };
}
