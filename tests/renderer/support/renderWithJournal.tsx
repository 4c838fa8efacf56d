import type { QueryClient } from '@tanstack/react-query';
import { type RenderResult, render } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import { isValidElement, type ReactNode } from 'react';
import { Router } from 'wouter';
import { App } from '../../../src/renderer/app/App.tsx';
import { hashPlace } from '../../../src/renderer/app/hashPlace.ts';
import { createQueryClient, JournalProvider, setBridge } from '../../../src/renderer/journal-client/index.ts';
import { ToastRegion } from '../../../src/renderer/ui/ToastRegion.tsx';
import type { DesktopMethod } from '../../../src/shared/contract/desktop.ts';
import type { VaultStatus } from '../../../src/shared/contract/vault.ts';
import type { JournalEvent } from '../../../src/shared/contract/wire.ts';
import { openTestJournal, type TestJournal, type TestJournalOptions } from '../../support/journal.ts';
import { createTestBridge, type TestBridge } from './testBridge.ts';

export interface RenderOptions extends TestJournalOptions {
  /** Fills the journal before anything is shown. */
  readonly before?: (journal: TestJournal) => Promise<unknown> | undefined;
  /** Where the window is, such as `/person/…` or `/search?q=tea`. */
  readonly at?: string;
  /** Answers the desktop's methods. All answer null if it is not given. */
  readonly desktop?: (method: DesktopMethod, input: unknown) => unknown;
}

export interface Rendered extends RenderResult {
  readonly journal: TestJournal;
  readonly bridge: TestBridge;
  readonly user: UserEvent;
  readonly client: QueryClient;
}

/** There is no vault round the journal of these tests: it is open, by its passphrase. */
function answerVault(method: string): unknown {
  const status: VaultStatus = {
    state: 'open',
    slots: ['passphrase', 'recoveryKey'],
    recoveryKeyWritten: true,
    waitMs: 0,
    opensItself: false,
  };
  if (method === 'vault.status') return status;
  return method === 'vault.keyring' ? { why: 'There is none.' } : undefined;
}

/**
 * Shows a part of the interface over a real journal: a real file in a temporary folder, opened in this process and
 * asked as a window asks it. The vault is open. Needs `prepareDom()`, and `afterEach(closeTestJournals)`.
 */
export async function renderWithJournal(ui: ReactNode, options: RenderOptions = {}): Promise<Rendered> {
  const { before, at, desktop, ...journalOptions } = options;
  const later: { tell?: (event: JournalEvent) => void } = {};
  const journal = openTestJournal({
    ...journalOptions,
    onEvent: (event) => {
      options.onEvent?.(event);
      // As over a port: what changed is told after the answer has been given.
      setTimeout(() => later.tell?.(event), 0);
    },
  });
  await before?.(journal);
  const bridge = createTestBridge({
    journal: async (method, input) => answerVault(method) ?? journal.askUnchecked(method, input),
    ...(desktop ? { desktop } : {}),
  });
  later.tell = bridge.tell;
  setBridge(bridge);
  if (at !== undefined) history.replaceState(null, '', `#${at}`);
  const client = createQueryClient();
  const result = render(
    <JournalProvider client={client}>
      <Router {...hashPlace}>{ui}</Router>
      {/* The whole application has its own. */}
      {!(isValidElement(ui) && ui.type === App) && <ToastRegion />}
    </JournalProvider>,
  );
  return { ...result, journal, bridge, client, user: userEvent.setup() };
}
