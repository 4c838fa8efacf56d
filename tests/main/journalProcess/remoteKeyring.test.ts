import { expect, test } from 'vitest';
import type { KeyringQuestion } from '../../../src/main/journalProcess/messages.ts';
import { createRemoteKeyring } from '../../../src/main/journalProcess/remoteKeyring.ts';

test('each question to main is answered by its own answer, in whatever order they come', async () => {
  const asked: { readonly id: number; readonly question: KeyringQuestion }[] = [];
  const { keyring, receive } = createRemoteKeyring((id, question) => asked.push({ id, question }));
  const secret = Uint8Array.of(1, 2, 3);
  const kept = keyring.keep('a', secret);
  const read = keyring.read('a');
  const none = keyring.read('b');
  const why = keyring.whyNot();
  expect(asked.map(({ question }) => question)).toEqual([
    { ask: 'keep', slot: 'a', secret },
    { ask: 'read', slot: 'a' },
    { ask: 'read', slot: 'b' },
    { ask: 'whyNot' },
  ]);
  const [first, second, third, fourth] = asked.map(({ id }) => id);
  receive(fourth ?? 0, { ok: true, value: 'No keyring.' });
  receive(third ?? 0, { ok: true, value: null });
  receive(second ?? 0, { ok: true, value: secret });
  receive(first ?? 0, { ok: false, message: 'It is full.' });
  // Nobody waits for this one.
  receive(99, { ok: true, value: null });
  expect(await why).toBe('No keyring.');
  expect(await none).toBeNull();
  expect(await read).toEqual(secret);
  await expect(kept).rejects.toMatchObject({ kind: 'keyring', message: 'It is full.' });
});
