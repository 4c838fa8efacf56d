import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalOutput } from '../../../src/shared/contract/index.ts';
import type { Nudge } from '../../../src/shared/models/nudge.ts';
import { sayMentions } from '../../../src/shared/rules/mentions.ts';
import { closeTestJournals, openTestJournal, type TestJournal, testClock } from '../../support/journal.ts';
import { hasPepys, importFrom, pepysVault } from '../transfer/sources.ts';

if (!hasPepys) console.warn('The vault of Pepys is not here; its nudges were not compared with those kept.');

/** What Today says on 1 June 1663, read through by eye and kept. `KITH_KEEP=1` writes it anew, to be read again. */
const kept = join(import.meta.dirname, '../../fixtures/nudges/pepys-1663-06-01.md');
const TODAY = '1663-06-01';

/** Where a reader of the diary would put those whose circle in the vault is none of Kith's. */
const circles: Readonly<Record<string, string>> = {
  household: 'close',
  family: 'friends',
  working: 'friends',
  acquaintance: 'wider',
};

type Today = JournalOutput<'nudges.today'>;

/** Does what a user does after an import: puts people into circles, and says which sentences are promises. */
async function settleIn(journal: TestJournal): Promise<void> {
  const { rows } = await journal.ask('people.list', { limit: 100 });
  for (const { id } of rows) {
    const { details } = await journal.ask('people.get', { id });
    const circleId = circles[details.find(({ label }) => label === 'circle')?.value ?? ''];
    if (circleId) await journal.ask('people.update', { id, person: { circleId } });
  }
  const { entries } = await journal.ask('entries.timeline', { from: { day: TODAY }, limit: 90 });
  for (const { id: entryId } of entries) {
    for (const found of await journal.ask('promises.suggested', { entryId })) {
      const { madeBy, sentence, due, people } = found;
      const personIds = people.map(({ id }) => id);
      await journal.ask('promises.accept', { entryId, madeBy, sentence, due, personIds });
    }
  }
}

const sections = ['occasions', 'promises', 'replies', 'others', 'folded'] as const;

function allOf(day: Today): readonly Nudge[] {
  return [...day.three.map(({ nudge }) => nudge), ...sections.flatMap((name) => day[name])];
}

function print(day: Today): string {
  const lists = [
    ['the three', day.three.map(({ nudge }) => nudge)] as const,
    ...sections.map((name) => [name, day[name]] as const),
  ];
  const { weekMinutes, spentMinutes, plannedMinutes } = day.budget;
  return [
    `# ${day.day}: ${spentMinutes} + ${plannedMinutes} of ${weekMinutes} minutes, ${day.foldedCount} folded`,
    ...lists.flatMap(([name, nudges]) =>
      nudges.length === 0 ? [] : [`## ${name}`, ...nudges.map(printNudge)],
    ),
    '',
  ].join('\n\n');
}

function printNudge({ kind, people, reason, because, evidence, opening, minutes }: Nudge): string {
  return [
    `**${people.map(({ name }) => name).join(', ')}** (${kind}, ${minutes} minutes): ${reason}`,
    `because: ${because.join('; ')}`,
    ...evidence.map(({ quote, day }) => `${day}: “${sayMentions(quote)}”`),
    `> ${opening?.text ?? '–'}`,
  ].join('\n');
}

describe.runIf(hasPepys)('on 1 June 1663, Samuel Pepys', () => {
  let journal: TestJournal;
  let day: Today;

  beforeAll(async () => {
    journal = openTestJournal({ clock: testClock(TODAY) });
    await importFrom(journal, pepysVault);
    await settleIn(journal);
    day = await journal.ask('nudges.today', {});
  }, 240_000);

  afterAll(closeTestJournals);

  test('is told what was read through and kept', () => {
    const printed = print(day);
    if (process.env['KITH_KEEP'] === '1') writeFileSync(kept, printed);
    expect(existsSync(kept)).toBe(true);
    const lines = readFileSync(kept, 'utf8').split('\n');
    // The diary is not for the output of tests: only which lines differ.
    const differing = printed.split('\n').flatMap((line, i) => (line === lines[i] ? [] : [i + 1]));
    expect(differing).toEqual([]);
    expect(printed.split('\n').length).toBe(lines.length);
  });

  test('is shown three different people, within the time of the week', () => {
    expect(new Set(day.three.flatMap(({ nudge }) => nudge.people.map(({ id }) => id))).size).toBe(3);
    expect(day.budget.plannedMinutes).toBeLessThanOrEqual(day.budget.weekMinutes);
  });

  test('reads his own words, word for word, of days that have been', async () => {
    const nudges = allOf(day);
    expect(nudges.length).toBeGreaterThan(10);
    for (const { evidence } of nudges) {
      expect(evidence.length).toBeGreaterThan(0);
      for (const { quote, day: of, source } of evidence) {
        const entryId = 'entryId' in source ? source.entryId : null;
        expect(entryId).not.toBeNull();
        const entry = await journal.ask('entries.get', { id: entryId ?? '' });
        expect(entry.body.includes(quote)).toBe(true);
        expect([entry.day, entry.day < TODAY]).toEqual([of, true]);
      }
    }
  });

  test('is given no two lines alike', () => {
    const names = new Map(allOf(day).map(({ key, people }) => [key, people[0]?.name ?? '']));
    const lines = allOf(day).flatMap(({ key, opening }) =>
      opening === null ? [] : [opening.text.replaceAll(names.get(key) ?? '', '')],
    );
    expect(new Set(lines).size).toBe(lines.length);
  });
});
