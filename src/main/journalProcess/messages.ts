import type { Digest, DigestPlan } from '../../shared/contract/nudges.ts';

/** What main tells the journal process. A `connect` comes with the port of one window. */
export type ToJournal =
  | {
      readonly type: 'open-folder';
      readonly dataFolder: string;
      /** Whether a window may open the journal by this computer unasked: not after it was locked. */
      readonly opensItself: boolean;
      /** Milliseconds by which the journal's clock is ahead of this computer's: 0, but for tests. */
      readonly clockAheadMs: number;
    }
  | { readonly type: 'connect' }
  | { readonly type: 'grant'; readonly token: string; readonly path: string; readonly name: string }
  /** After a crash: opens the journal again with the key that main kept. */
  | { readonly type: 'reopen'; readonly key: Uint8Array }
  | { readonly type: 'keyring'; readonly id: number; readonly answer: KeyringAnswer }
  /** Put everything into the journal file and end, at once: the key is already forgotten elsewhere. */
  | { readonly type: 'lock' }
  /** Answer what was asked, put everything into the journal file, and end. */
  | { readonly type: 'close' };

/** What the journal process asks of the system's keyring, which only main can reach. Answers come with the same id. */
export type KeyringQuestion =
  | { readonly ask: 'whyNot' }
  | { readonly ask: 'keep'; readonly slot: string; readonly secret: Uint8Array }
  | { readonly ask: 'read'; readonly slot: string }
  | { readonly ask: 'forget'; readonly slot: string };

export type KeyringAnswer =
  | { readonly ok: true; readonly value: string | Uint8Array | null }
  | { readonly ok: false; readonly message: string };

export type LogLevel = 'info' | 'warn' | 'error';

/** What the journal process tells main. */
export type FromJournal =
  /** The journal is open; main keeps the key in memory to open it again after a crash. */
  | { readonly type: 'opened'; readonly key: Uint8Array }
  | { readonly type: 'keyring'; readonly id: number; readonly question: KeyringQuestion }
  /** It is time for the notification of the day. There are names in it only if notifications may show some. */
  | ({ readonly type: 'digest' } & Digest)
  /** What main goes by while the journal is locked: an hour and days, and nothing of what they hold. */
  | { readonly type: 'digest-plan'; readonly plan: DigestPlan | null }
  /** For the log file. Never holds a word of the journal. */
  | { readonly type: 'log'; readonly level: LogLevel; readonly what: string };
