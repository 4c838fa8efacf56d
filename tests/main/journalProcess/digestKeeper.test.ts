import { afterEach, expect, test } from 'vitest';
import { createDigestKeeper, type DigestKeeper } from '../../../src/main/journalProcess/digestKeeper.ts';
import { KithError } from '../../../src/shared/contract/errors.ts';
import type { Digest, DigestPlan } from '../../../src/shared/contract/nudges.ts';
import { addEntry, addPerson, closeTestJournals, openTestJournal, testClock } from '../../support/journal.ts';

const keepers: DigestKeeper[] = [];
afterEach(() => {
  for (const keeper of keepers.splice(0)) keeper.stop();
  closeTestJournals();
});

/** A journal with somebody to turn to, just before the clock strikes eight, which is the hour of the digest. */
async function start(time: string) {
  const journal = openTestJournal({ clock: testClock('2026-11-22', time) });
  const personId = await addPerson(journal, { name: 'Maren Okafor', circleId: 'close' });
  const people = [{ personId, role: 'with' as const }];
  await addEntry(journal, { day: '2026-05-01', channel: 'call', body: 'Maren called.', people });
  await journal.ask('settings.update', { digestHour: 8 });
  const told: Digest[] = [];
  const plans: (DigestPlan | null)[] = [];
  const failures: unknown[] = [];
  const state = { isLocked: false };
  // A moment before the full minute, at which it looks.
  journal.clock.advance(59_950);
  const keeper = createDigestKeeper({
    clock: journal.clock,
    ask: async (method) => {
      if (state.isLocked) throw new KithError('locked', 'The journal is locked.');
      return await journal.ask(method, {});
    },
    onDigest: (digest) => told.push(digest),
    onPlan: (plan) => plans.push(plan),
    onFailure: (error) => failures.push(error),
  });
  keepers.push(keeper);
  return { journal, keeper, told, plans, failures, state };
}

/** Until it has looked at the clock, which it does at the full minute. */
const aLook = () => new Promise((resolve) => setTimeout(resolve, 250));

test('at its hour the digest is told, and the plan that goes with it', async () => {
  const { journal, keeper, told, plans, failures } = await start('07:59');
  keeper.opened();
  await expect.poll(() => plans.length).toBe(1);
  journal.clock.advance(100);
  await expect.poll(() => told).toEqual([{ count: 1, names: null }]);
  await expect.poll(() => plans.at(-1)?.toldOn).toBe('2026-11-22');
  expect(failures).toEqual([]);
});

test('whoever opens the journal after its hour is not told what they see', async () => {
  const { journal, keeper, told, plans } = await start('08:09');
  keeper.opened();
  await expect.poll(() => plans.length).toBe(1);
  journal.clock.advance(100);
  await aLook();
  expect(told).toEqual([]);
});

test('but a crash of its process does not swallow it', async () => {
  const { journal, keeper, told } = await start('08:09');
  keeper.reopened();
  journal.clock.advance(100);
  await expect.poll(() => told).toHaveLength(1);
});

test('a locked journal is left alone, and nothing is called a failure', async () => {
  const { journal, keeper, told, plans, failures, state } = await start('07:59');
  state.isLocked = true;
  keeper.opened();
  journal.clock.advance(100);
  await aLook();
  expect([told, plans, failures]).toEqual([[], [], []]);
});

test('what was changed makes the plan unknown until it is made anew; what is only typed does not', async () => {
  const { keeper, plans } = await start('07:30');
  keeper.opened();
  await expect.poll(() => plans.length).toBe(1);
  keeper.changed(['draft']);
  expect(plans).toHaveLength(1);
  keeper.changed(['setting']);
  expect(plans[1]).toBeNull();
  await expect.poll(() => plans[2]).toMatchObject({ hour: 8 });
});
