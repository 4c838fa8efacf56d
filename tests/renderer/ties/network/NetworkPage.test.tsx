// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NetworkPage } from '../../../../src/renderer/ties/network/NetworkPage.tsx';
import { addPerson, closeTestJournals, type TestJournal } from '../../../support/journal.ts';
import { prepareDom } from '../../support/dom.ts';
import { renderWithJournal } from '../../support/renderWithJournal.tsx';

prepareDom();
beforeAll(() => {
  // There is nothing to draw on here: the picture is looked at in the application itself.
  HTMLCanvasElement.prototype.getContext = () => null;
});
afterEach(closeTestJournals);

const show = (before?: (journal: TestJournal) => Promise<unknown>) =>
  renderWithJournal(<NetworkPage />, { at: '/network', ...(before ? { before } : {}) });

/** Two groups of three, joined by Cleo, who introduced Xan. */
async function fill(journal: TestJournal): Promise<void> {
  const add = (name: string, circleId: string | null, throughId: string | null = null) =>
    addPerson(journal, {
      name,
      circleId,
      groups: circleId === null ? ['Band'] : ['Choir'],
      met: { on: null, where: '', throughId, entryId: null },
    });
  const ada = await add('Ada', 'close');
  const ben = await add('Ben', 'close');
  const cleo = await add('Cleo', 'close');
  const xan = await add('Xan', null, cleo);
  const yves = await add('Yves', null);
  const zoe = await add('Zoe', null, xan);
  for (const [personId, otherId] of [
    [ada, ben],
    [ben, cleo],
    [cleo, ada],
    [xan, yves],
    [yves, zoe],
  ] as const) {
    await journal.ask('ties.create', { tie: { personId, otherId, kind: 'friend' } });
  }
}

describe('the network', () => {
  it('says in sentences and a table what the picture shows', async () => {
    await show(fill);
    expect(
      await screen.findByText('Six people, with five ties and two introductions between them.'),
    ).toBeTruthy();
    const bridges = screen.getByRole('region', { name: 'Bridges' });
    expect(within(bridges).getByRole('listitem').textContent).toBe(
      'Cleo and Xan alone join three people to three others.',
    );
    const led = screen.getByRole('region', { name: 'Who led to whom' });
    expect(within(led).getByRole('listitem').textContent?.trim()).toBe(
      'Cleo introduced Xan, who brought Zoe.',
    );
    const table = screen.getByRole('table', { name: 'Everybody in the picture' });
    const row = within(table).getByRole('row', { name: /^Cleo/ });
    await within(row).findByText('Close');
    expect(row.textContent).toBe(
      'CleoCloseAda (friend), Ben (friend), Xan (introduced by them) · joins two groups',
    );
  });

  it('lets keys alone reach everybody, and tells who each is', async () => {
    const { user } = await show(fill);
    const picture = await screen.findByRole('region', { name: 'Network' });
    const first = await within(picture).findByRole('link', {
      name: 'Ada, Close. Ben (friend), Cleo (friend)',
    });
    first.focus();
    const reached = new Set<string | undefined>();
    for (let i = 0; i < 6; i++) {
      await user.keyboard('{PageDown}');
      reached.add(document.activeElement?.getAttribute('aria-label')?.split(/[,.]/)[0]);
    }
    expect([...reached].sort()).toEqual(['Ada', 'Ben', 'Cleo', 'Xan', 'Yves', 'Zoe']);
    await user.keyboard('{End}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(
      'Zoe. Xan (introduced them), Yves (friend)',
    );
    expect(document.activeElement?.getAttribute('href')).toMatch(/^#\/person\//);
    await user.keyboard('{ArrowLeft}{ArrowRight}{ArrowUp}{ArrowDown}');
    expect(within(picture).getAllByRole('link')).toHaveLength(1);
    expect(document.activeElement?.closest('section')).toBe(picture);
  });

  it('is narrowed to a circle and to a group', async () => {
    const { user } = await show(fill);
    await screen.findByText(/^Six people/);
    await user.click(screen.getByRole('button', { name: /Group/ }));
    await user.click(await screen.findByRole('option', { name: 'Band' }));
    expect(
      await screen.findByText('Three people, with two ties and one introduction between them.'),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Circle/ }));
    await user.click(await screen.findByRole('option', { name: 'Close' }));
    expect(await screen.findByText('Nobody of this circle or group has a tie.')).toBeTruthy();
  });

  it('explains itself while it is empty, and takes the first tie', async () => {
    const { user, journal } = await show(async (same) => {
      await addPerson(same, { name: 'Ada' });
      await addPerson(same, { name: 'Tom' });
    });
    await user.click(await screen.findByRole('button', { name: 'Choose somebody to begin with' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Ada' }));
    await user.keyboard('Tom');
    await user.click(await screen.findByRole('option', { name: 'Tom' }));
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findByText('Two people, with one tie between them.')).toBeTruthy();
    await waitFor(async () =>
      expect((await journal.ask('ties.network', {})).ties).toMatchObject([{ kind: 'partner' }]),
    );
  });
});
