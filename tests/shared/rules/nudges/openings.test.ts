import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facet } from '../../../../src/shared/models/fact.ts';
import { sayInterest, sayOwn } from '../../../../src/shared/rules/nudges/factWords.ts';
import { matchesTopic, readTopic } from '../../../../src/shared/rules/nudges/matchTopic.ts';
import { chooseOpenings, type OpeningQuestion } from '../../../../src/shared/rules/nudges/openings.ts';
import { type OpeningKind, openingTemplates } from '../../../../src/shared/rules/nudges/openingTemplates.ts';
import { gesturesOf } from '../../../../src/shared/rules/nudges/playbooks.ts';
import { knownAs, today } from '../../../support/nudges.ts';

const kinds = Object.keys(openingTemplates) as OpeningKind[];
const lines = kinds.flatMap((kind) => openingTemplates[kind].map((line) => [kind, line] as const));

describe('the lines', () => {
  test.each(lines)('for %s name the person and nothing that is not known: %s', (_, line) => {
    expect(line.match(/\{[^}]*\}/g)).toContain('{name}');
    expect(line.replaceAll('{name}', '').replaceAll('{fact}', '')).not.toMatch(/[{}]/);
    expect(line).not.toMatch(/\b(?:I saw|I read|I heard that|as you know|like you said)\b|!/i);
    expect(line).toMatch(/^[A-Z{]/);
  });

  test('are all different, and enough of each that need no fact', () => {
    expect(new Set(lines.map(([, line]) => line)).size).toBe(lines.length);
    for (const kind of kinds) {
      expect(openingTemplates[kind].filter((line) => !line.includes('{fact}')).length).toBeGreaterThan(2);
    }
  });

  test('of the playbooks are sentences that ask for nothing in return', () => {
    for (const name of ['birthday', 'anniversary', 'remembrance', 'newJob', 'thank', 'timeToMeet'] as const) {
      for (const gesture of gesturesOf(name)) expect(gesture).toMatch(/^[A-Z][^!]*\.$/);
    }
    expect(gesturesOf(null)).toEqual([]);
  });
});

const question = (about: Partial<OpeningQuestion> = {}): OpeningQuestion => ({
  key: 'rhythmDue:x',
  kind: 'rhythmDue',
  people: [knownAs('Tom Reed', { preferredName: 'Tom' })],
  fact: null,
  ...about,
});

describe('an opening', () => {
  test('uses the preferred name', () => {
    expect(chooseOpenings([question()], today)[0]?.text).toMatch(/\bTom\b(?! Reed)/);
    const two = question({ people: [knownAs('Ada'), knownAs('Ben')] });
    expect(chooseOpenings([two], today)[0]?.text).toContain('Ada and Ben');
  });

  test('speaks of a fact where there is one, and cites it', () => {
    const [opening] = chooseOpenings([question({ fact: { text: 'sailing', evidenceIndex: 1 } })], today);
    expect(opening?.text).toContain('sailing');
    expect(opening?.cites).toEqual([1]);
    expect(chooseOpenings([question()], today)[0]?.cites).toEqual([0]);
  });

  test('is not taken in by names and facts that look like slots', () => {
    const people = [knownAs('{fact}')] as const;
    const [opening] = chooseOpenings(
      [question({ people, fact: { text: '{name} $&', evidenceIndex: 0 } })],
      today,
    );
    expect(opening?.text).toContain('{fact}');
    expect(opening?.text).toContain('{name} $&');
  });

  test('is none where it is better to write none', () => {
    expect(chooseOpenings([question({ kind: null })], today)).toEqual([null]);
  });

  test('stays all day, and is mostly another one on another day', () => {
    const on = (day: string) => chooseOpenings([question()], day)[0]?.text;
    expect(on(today)).toBe(on(today));
    const days = Array.from({ length: 20 }, (_, i) => on(`2026-11-${String(i + 1).padStart(2, '0')}`));
    expect(new Set(days).size).toBeGreaterThan(3);
  });
});

test('no two people are given the same line in one day, however many there are', () => {
  const anyQuestion = fc.record({
    key: fc.string(),
    kind: fc.constantFrom(...kinds, null),
    fact: fc.constantFrom(null, { text: 'sailing', evidenceIndex: 0 }),
  });
  fc.assert(
    fc.property(fc.array(anyQuestion, { maxLength: 80 }), (all) => {
      // Everybody has the same name, so that the same line would be the same text.
      const openings = chooseOpenings(
        all.map((one) => question(one)),
        today,
      );
      const texts = openings.flatMap((opening) => opening?.text ?? []);
      expect(new Set(texts).size).toBe(texts.length);
      expect(openings.every((opening, i) => all[i]?.kind !== null || opening === null)).toBe(true);
    }),
  );
});

describe('a fact is spoken of as', () => {
  test.each<readonly [Facet, string, string | null]>([
    ['interests', 'sailing', 'sailing'],
    ['interests', 'the old cello', 'the old cello'],
    ['groups', 'chess club', 'chess club'],
    ['interests', 'collects stamps', null],
    ['interests', 'plays the cello', null],
    ['interests', 'she loves boats', null],
    ['interests', 'not football', null],
    ['interests', 'boats, mostly small ones', null],
    ['interests', 'everything that has to do with boats', null],
    ['interests', 'boats.', null],
    ['interests', '', null],
    ['health', 'asthma', null],
    ['family', 'two children', null],
  ])('%s: %s → %s', (facet, text, spoken) => {
    expect(sayInterest({ facet, label: '', text })).toBe(spoken);
  });

  test.each([
    ['exam', 'your exam'],
    ['your move', 'your move'],
    ['job interview', 'your job interview'],
    ['', null],
    ['the day on which it ends', null],
    ['exam?', null],
  ])('the label %j → %j', (label, spoken) => {
    expect(sayOwn({ label })).toBe(spoken);
  });
});

describe('a topic', () => {
  test.each([
    ['rivers', 'paddles on every river', true],
    ['river', 'Rivers and weirs', true],
    ['#River', 'rivers', true],
    ['old maps', 'a map that is old', true],
    ['old maps', 'maps', false],
    ['art', 'artful', false],
    ['Café', 'the cafe by the weir', true],
    ['glass', 'glas', false],
  ])('%j is in %j: %s', (name, text, isIn) => {
    const topic = readTopic(name);
    expect(topic !== null && matchesTopic(topic, text)).toBe(isIn);
  });
  test.each(['', ' ', '#', '!?'])('%j is none', (name) => {
    expect(readTopic(name)).toBeNull();
  });
});
