import { afterEach, describe, expect, it } from 'vitest';
import { saveEntry } from '../../../src/renderer/composer/saveEntry.ts';
import { KithError } from '../../../src/shared/contract/errors.ts';
import type { JournalCall } from '../../../src/shared/contract/index.ts';
import { addEntry, closeTestJournals, entryDraftOf, openTestJournal } from '../../support/journal.ts';

afterEach(closeTestJournals);

const draftSlot = 'new';
const toSave = { id: null, entry: entryDraftOf({ body: 'Tea.' }), draftSlot };

/** A journal whose first answers to `method` are lost, after or before it did what was asked. */
async function losing(times: number, when: 'before' | 'after') {
  const journal = openTestJournal();
  await journal.ask('drafts.save', { slot: draftSlot, content: 'kept' });
  let left = times;
  const ask: JournalCall = async (method, input) => {
    const isLost = method !== 'drafts.get' && left-- > 0;
    if (isLost && when === 'before') throw new KithError('interrupted', 'The journal was interrupted.');
    const answer = await journal.ask(method, input);
    if (isLost) throw new KithError('interrupted', 'The journal was interrupted.');
    return answer;
  };
  const bodies = async () => (await journal.ask('entries.timeline', {})).entries.map((entry) => entry.body);
  return { journal, ask, bodies };
}

describe('saving while the journal is interrupted', () => {
  it('saves once when the journal went before it could', async () => {
    const { ask, bodies } = await losing(2, 'before');
    await saveEntry(ask, toSave);
    expect(await bodies()).toEqual(['Tea.']);
  });

  it('saves once when the journal went after it had', async () => {
    const { ask, bodies } = await losing(1, 'after');
    await saveEntry(ask, toSave);
    expect(await bodies()).toEqual(['Tea.']);
  });

  it('changes an entry that was saved before', async () => {
    const { journal, ask, bodies } = await losing(1, 'after');
    const id = await addEntry(journal, { body: 'Te.' });
    await saveEntry(ask, { ...toSave, id });
    expect(await bodies()).toEqual(['Tea.']);
    expect(await journal.ask('drafts.get', { slot: draftSlot })).toBeNull();
  });

  it('gives up in the end, with the draft still there', async () => {
    const { journal, ask, bodies } = await losing(99, 'before');
    await expect(saveEntry(ask, toSave)).rejects.toMatchObject({ kind: 'interrupted' });
    expect(await bodies()).toEqual([]);
    expect(await journal.ask('drafts.get', { slot: draftSlot })).not.toBeNull();
  });

  it('does not try again what the journal refused', async () => {
    const journal = openTestJournal();
    const asked: string[] = [];
    const ask: JournalCall = (method, input) => {
      asked.push(method);
      return journal.ask(method, input);
    };
    const entry = entryDraftOf({ day: '2026-02-30' });
    await expect(saveEntry(ask, { ...toSave, entry })).rejects.toMatchObject({ kind: 'badInput' });
    expect(asked).toEqual(['entries.create']);
  });
});
