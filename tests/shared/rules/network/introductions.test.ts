import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonName } from '../../../../src/shared/models/person.ts';
import {
  type Introducer,
  type SentencePart,
  sayIntroductions,
  traceIntroductions,
} from '../../../../src/shared/rules/network/introductions.ts';

const named = (name: string): PersonName => ({ id: name, name: `${name} Long`, preferredName: name });
const say = (parts: readonly SentencePart[]) =>
  parts.map((part) => (typeof part === 'string' ? part : part.preferredName)).join('');
const trace = (text: string) => {
  const introductions = text
    .split(', ')
    .map((one) => one.split('>'))
    .map(([byId = '', personId = '']) => ({ byId, personId }));
  const names = [...new Set(introductions.flatMap(({ byId, personId }) => [byId, personId]))];
  return traceIntroductions(names.map(named), introductions);
};

describe('introductions in words', () => {
  test.each([
    ['Lisa>Sam', ['Lisa introduced Sam.']],
    ['Lisa>Sam, Sam>Ada, Sam>Tom', ['Lisa introduced Sam, who brought Ada and Tom.']],
    ['Lisa>Sam, Lisa>Max, Sam>Ada', ['Lisa introduced Max and Sam, who brought Ada.']],
    [
      'Lisa>Sam, Lisa>Max, Lisa>Eva, Sam>Ada, Max>Tom',
      ['Lisa introduced Eva, Sam, who brought Ada, and Max, who brought Tom.'],
    ],
    [
      'Lisa>Sam, Sam>Ada, Ada>Kim, Kim>Lou',
      ['Lisa introduced Sam, who brought Ada.', 'Ada brought Kim, who brought Lou.'],
    ],
    ['Lisa>Sam, Max>Eva', ['Lisa introduced Sam.', 'Max introduced Eva.']],
  ])('%s', (text, sentences) => {
    expect(trace(text).flatMap(sayIntroductions).map(say)).toEqual(sentences);
  });

  test('that go round in a circle end', () => {
    expect(trace('Lisa>Sam, Sam>Lisa').flatMap(sayIntroductions).map(say)).toEqual(['Lisa introduced Sam.']);
    expect(trace('Lisa>Lisa').flatMap(sayIntroductions).map(say)).toEqual([]);
  });

  test('name everybody who was introduced once, whatever the data are like', () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G');
    const drawn = fc.array(fc.record({ byId: name, personId: name }), { maxLength: 14 });
    fc.assert(
      fc.property(drawn, (introductions) => {
        const people = [...'ABCDEFG'].map(named);
        const trees = traceIntroductions(people, introductions);
        const inTrees = trees.flatMap(everybodyOf);
        expect(new Set(inTrees).size).toBe(inTrees.length);
        const first = new Map<string, string>();
        for (const { byId, personId } of introductions) if (!first.has(personId)) first.set(personId, byId);
        expect(new Set(inTrees)).toEqual(new Set([...first.keys(), ...first.values()]));
        const said = trees
          .flatMap(sayIntroductions)
          .flat()
          .filter((part) => typeof part !== 'string');
        // Whoever stands in the middle of a longer chain ends one sentence and begins another.
        expect(new Set(said.map(({ id }) => id)).size).toBeLessThanOrEqual(inTrees.length);
      }),
    );
  });

  test('of a chain of 20,000 people are told', () => {
    const ids = Array.from({ length: 20_000 }, (_, i) => `P${i}`);
    const chain = ids.slice(1).map((personId, i) => ({ byId: ids[i] ?? '', personId }));
    const [tree] = traceIntroductions(ids.map(named), chain);
    expect(tree && sayIntroductions(tree)).toHaveLength(10_000);
  });
});

function everybodyOf(tree: Introducer): string[] {
  return [tree.person.id, ...tree.introduced.flatMap(everybodyOf)];
}
