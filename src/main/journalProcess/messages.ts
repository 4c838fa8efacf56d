/** What main tells the journal process. A `connect` comes with the port of one window. */
export type ToJournal =
  | { readonly type: 'open-folder'; readonly dataFolder: string }
  | { readonly type: 'connect' }
  | { readonly type: 'grant'; readonly token: string; readonly path: string; readonly name: string }
  /** After a crash: opens the journal again with the key that main kept. */
  | { readonly type: 'reopen'; readonly key: Uint8Array }
  /** Answer what was asked, put everything into the journal file, and end. */
  | { readonly type: 'close' };

export type LogLevel = 'info' | 'warn' | 'error';

/** What the journal process tells main. */
export type FromJournal =
  /** The journal is open; main keeps the key in memory to open it again after a crash. */
  | { readonly type: 'opened'; readonly key: Uint8Array }
  /** For the log file. Never holds a word of the journal. */
  | { readonly type: 'log'; readonly level: LogLevel; readonly what: string };
