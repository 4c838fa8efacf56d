import type { VaultStatus } from '../../shared/contract/vault.ts';

/** What can be done about the keys of an open journal. */
export type KeyTask =
  | 'changePassphrase'
  | 'removePassphrase'
  | 'makeRecoveryKey'
  | 'addThisComputer'
  | 'removeThisComputer'
  | 'rekey';

/** How a task is put to the user. */
export interface TaskWords {
  readonly title: string;
  /** What it does, and what it does not. */
  readonly says: readonly string[];
  /** What the button says. */
  readonly does: string;
  /** What is said when it is done. */
  readonly done: string;
}

/** The words for `task`, for a journal with these keys. */
export function wordsFor(task: KeyTask, { slots }: VaultStatus): TaskWords {
  switch (task) {
    case 'changePassphrase':
      return slots.includes('passphrase')
        ? {
            title: 'Change the passphrase',
            says: [
              'The old one stops working at once. Backups from before keep the passphrase that they were made with.',
            ],
            does: 'Change it',
            done: 'The passphrase is changed.',
          }
        : {
            title: 'Add a passphrase',
            says: ['It opens the journal on this computer and on any other.'],
            does: 'Add it',
            done: 'The journal has a passphrase.',
          };
    case 'removePassphrase':
      return {
        title: 'Remove the passphrase',
        says: [
          'From then on only this computer and the recovery key open the journal. If this computer is lost, it is the recovery key alone.',
        ],
        does: 'Remove it',
        done: 'The passphrase is removed.',
      };
    case 'makeRecoveryKey':
      return {
        title: 'Make a new recovery key',
        says: [
          'The one that you have, if any, no longer opens the journal. It still opens backups from before.',
        ],
        does: 'Make it',
        done: 'There is a new recovery key.',
      };
    case 'addThisComputer':
      return {
        title: 'Let this computer open the journal',
        says: [
          'The system’s keyring keeps a key for whoever is logged in as you.',
          'That protects the journal if its files are copied or the disk is stolen. It does not protect it from somebody who sits at this computer while you are logged in, or who knows your password for it.',
        ],
        does: 'Let it',
        done: 'This computer opens the journal from now on.',
      };
    case 'removeThisComputer':
      return {
        title: 'Ask for the passphrase from now on',
        says: ['The keyring of this computer forgets its key.'],
        does: 'Ask from now on',
        done: 'Kith asks for the passphrase from now on.',
      };
    case 'rekey':
      return {
        title: 'Encrypt the journal anew',
        says: [
          'Every page of the journal is written again under a fresh key, beside the old file, and checked before it takes its place. That takes about ten seconds for every 100,000 entries. Until then it can be stopped, and nothing has changed.',
          'The passphrase stays. The recovery key cannot, because Kith does not know it: you get a new one, and the old one no longer opens this journal. Where this computer opens it, the keyring is given the new key.',
          'Backups from before stay under the old key, and open with the old secrets. If those are what you worry about, delete the backups as well.',
        ],
        does: 'Encrypt it anew',
        done: 'The journal has a new key.',
      };
    default:
      return task satisfies never;
  }
}
