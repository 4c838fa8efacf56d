import { afterEach, describe, expect, it } from 'vitest';
import { addPerson, closeTestJournals, openTestJournal, type TestJournal } from '../../support/journal.ts';

afterEach(closeTestJournals);

const names = async (journal: TestJournal) => (await journal.ask('circles.list', {})).map(({ name }) => name);
const talk = (journal: TestJournal, personId: string, day: string) =>
  journal.ask('entries.create', {
    entry: {
      day,
      time: null,
      channel: 'call',
      begunBy: null,
      title: '',
      body: 'We talked.',
      people: [{ personId, role: 'with' }],
      tags: [],
    },
  });

describe('circles', () => {
  it('are added outermost, changed, and put into another order, each of which can be undone', async () => {
    const journal = openTestJournal();
    const before = await names(journal);
    const { id } = await journal.ask('circles.create', {
      circle: { name: 'Choir', size: 12, rhythm: { floorDays: 7, ceilingDays: 30 } },
    });
    expect(await names(journal)).toEqual([...before, 'Choir']);

    await journal.ask('circles.update', { id, circle: { name: 'The choir', size: null, rhythm: null } });
    const all = await journal.ask('circles.list', {});
    expect(all.at(-1)).toEqual({ id, name: 'The choir', size: null, rhythm: null, peopleCount: 0 });

    await journal.ask('circles.reorder', { ids: [id, ...all.slice(0, -1).map((circle) => circle.id)] });
    expect(await names(journal)).toEqual(['The choir', ...before]);

    for (let i = 0; i < 3; i++) await journal.ask('undo.undo', {});
    expect(await names(journal)).toEqual(before);
    for (let i = 0; i < 3; i++) await journal.ask('undo.redo', {});
    expect(await names(journal)).toEqual(['The choir', ...before]);
  });

  it('refuses two circles of one name, half an order, and what is not there', async () => {
    const journal = openTestJournal();
    const circle = { name: 'close', size: null, rhythm: null };
    await expect(journal.ask('circles.create', { circle })).rejects.toMatchObject({ kind: 'badInput' });
    await expect(
      journal.ask('circles.reorder', { ids: ['close', 'close', 'inner', 'friends', 'wider'] }),
    ).rejects.toMatchObject({
      kind: 'badInput',
    });
    await expect(
      journal.ask('circles.update', { id: 'choir', circle: { ...circle, name: 'Choir' } }),
    ).rejects.toMatchObject({
      kind: 'notFound',
    });
    await expect(journal.ask('circles.remove', { id: 'close', moveTo: 'choir' })).rejects.toMatchObject({
      kind: 'badInput',
    });
    await expect(
      journal.askUnchecked('circles.update', {
        id: 'close',
        circle: { ...circle, rhythm: { floorDays: 30, ceilingDays: 7 } },
      }),
    ).rejects.toMatchObject({ kind: 'badInput' });
  });

  it('lets its people go to another circle when it is deleted, and has them back by undo', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal, { name: 'Ada', circleId: 'close' });
    await talk(journal, ada, '2026-11-01');
    await journal.ask('circles.remove', { id: 'close', moveTo: 'friends' });
    const moved = await journal.ask('people.get', { id: ada });
    expect(moved).toMatchObject({ circleId: 'friends', next: '2027-02-09' });
    expect(await names(journal)).not.toContain('Close');

    await journal.ask('undo.undo', {});
    expect(await journal.ask('people.get', { id: ada })).toMatchObject({
      circleId: 'close',
      next: '2026-12-06',
    });
    const { entries } = await journal.ask('entries.timeline', { filter: { circleId: 'close' } });
    expect(entries).toHaveLength(1);
  });

  it('tells by a new rhythm at once when to turn to somebody again', async () => {
    const journal = openTestJournal();
    const ada = await addPerson(journal, { name: 'Ada', circleId: 'close' });
    await talk(journal, ada, '2026-11-01');
    const circle = { name: 'Close', size: 15, rhythm: { floorDays: 1, ceilingDays: 2 } };
    await journal.ask('circles.update', { id: 'close', circle });
    expect((await journal.ask('people.get', { id: ada })).next).toBe('2026-11-03');
    await journal.ask('undo.undo', {});
    expect((await journal.ask('people.get', { id: ada })).next).toBe('2026-12-06');
  });

  it('puts those on the rings first who drifted furthest, by their own rhythm if they have one', async () => {
    const journal = openTestJournal();
    const [ada, tom, sam] = [
      await addPerson(journal, { name: 'Ada', circleId: 'close' }),
      await addPerson(journal, {
        name: 'Tom',
        circleId: 'close',
        rhythm: { floorDays: 1, ceilingDays: 2 },
      }),
      await addPerson(journal, { name: 'Sam', circleId: 'close' }),
    ];
    await talk(journal, ada, '2026-10-01');
    await talk(journal, tom, '2026-11-10');
    const rings = await journal.ask('circles.rings', { perCircle: 2 });
    const close = rings.find(({ id }) => id === 'close');
    expect(close?.peopleCount).toBe(3);
    expect(close?.people.map(({ id }) => id)).toEqual([tom, ada]);
    const all = await journal.ask('circles.rings', {});
    expect(all.find(({ id }) => id === 'close')?.people.map(({ id }) => id)).toEqual([tom, ada, sam]);
  });
});
