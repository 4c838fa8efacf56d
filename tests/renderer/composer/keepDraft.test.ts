import { describe, expect, it, vi } from 'vitest';
import { type DraftKeeper, keepDraft } from '../../../src/renderer/composer/keepDraft.ts';
import { KithError } from '../../../src/shared/contract/errors.ts';

/** A place to keep a draft that can be out of order. */
function slot() {
  const saved: string[] = [];
  const state = { isBroken: false };
  const save = async (content: string) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (state.isBroken) throw new KithError('interrupted', 'The journal was interrupted.');
    saved.push(content);
  };
  return { saved, state, save };
}

const type = (keeper: DraftKeeper, text: string) => {
  for (let end = 1; end <= text.length; end++) keeper.write(() => text.slice(0, end));
};

describe('what is typed', () => {
  it('is kept soon after the last key, and not at every key', async () => {
    const { saved, save } = slot();
    const keeper = keepDraft(save);
    type(keeper, 'hello');
    expect(keeper.status().state).toBe('waiting');
    await vi.waitFor(() => expect(keeper.status().state).toBe('kept'));
    expect(saved).toEqual(['hello']);
  });

  it('is kept at once when that is asked for', async () => {
    const { saved, save } = slot();
    const keeper = keepDraft(save);
    type(keeper, 'one');
    const flushed = keeper.flush();
    type(keeper, 'one two');
    await flushed;
    expect(saved).toEqual(['one', 'one two']);
  });

  it('is tried again until it is kept, with what was typed meanwhile', async () => {
    const { saved, state, save } = slot();
    const keeper = keepDraft(save);
    state.isBroken = true;
    type(keeper, 'one');
    await expect(keeper.flush()).rejects.toThrow('The journal was interrupted.');
    expect(keeper.status()).toMatchObject({ state: 'failed', error: { kind: 'interrupted' } });
    type(keeper, 'one two');
    expect(keeper.unkept()).toBe('one two');
    state.isBroken = false;
    keeper.retry();
    await vi.waitFor(() => expect(keeper.status().state).toBe('kept'));
    expect(saved).toEqual(['one two']);
    expect(keeper.unkept()).toBeNull();
  });

  it('recovers by itself', { timeout: 10_000 }, async () => {
    const { saved, state, save } = slot();
    const keeper = keepDraft(save);
    state.isBroken = true;
    keeper.write(() => 'one');
    await vi.waitFor(() => expect(keeper.status().state).toBe('failed'), { timeout: 5_000 });
    state.isBroken = false;
    await vi.waitFor(() => expect(saved).toEqual(['one']), { timeout: 5_000 });
  });

  it('is not kept after it was settled', async () => {
    const { saved, save } = slot();
    const keeper = keepDraft(save);
    type(keeper, 'one');
    await keeper.settle();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(saved).toEqual([]);
  });

  it('lands before settling ends if it was on its way', async () => {
    const { saved, save } = slot();
    const keeper = keepDraft(save);
    type(keeper, 'one');
    void keeper.flush();
    await keeper.settle();
    expect(saved).toEqual(['one']);
  });
});
