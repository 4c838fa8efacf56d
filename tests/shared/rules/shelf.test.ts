import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameOfItem, proposeTakers, readWebAddress, type Taker } from '../../../src/shared/rules/shelf.ts';

const evidence = (quote: string) => ({
  quote,
  day: null,
  source: { kind: 'person' as const, personId: 'anybody' },
});
const liking = (kind: 'fact' | 'group' | 'tag', text: string) => ({
  kind,
  facet: kind === 'fact' ? ('interests' as const) : null,
  text,
  spoken: null,
  evidence: evidence(text),
});
const taker = (name: string, likes: Taker['likes'], more: Partial<Taker> = {}): Taker => ({
  person: { id: name, name, preferredName: '' },
  likes,
  circle: null,
  lastTalk: null,
  ...more,
});
const propose = (topics: string[], takers: readonly Taker[], isMyNews = false) =>
  proposeTakers({ topics, isMyNews }, takers).map(({ person, because }) => [
    person.name,
    because.kind === 'news' ? because.circle : `${because.topic}: ${because.evidence.quote}`,
  ]);

describe('who would like a thing', () => {
  test.each([
    ['bees', 'keeps bees on the roof', true],
    ['bee', 'keeps bees on the roof', true],
    ['Bees', 'KEEPS A BEE', true],
    ['#bees', 'bees', true],
    ['café', 'opens a cafe in spring', true],
    ['old churches', 'draws churches, the old ones', true],
    ['bees', 'has been away', false],
    ['art', 'starts a choir', false],
    ['old churches', 'draws churches', false],
    ['!!!', 'keeps bees', false],
  ])('“%s” and “%s”: %s', (topic, known, isMatch) => {
    expect(propose([topic], [taker('Ada', [liking('fact', known)])])).toHaveLength(isMatch ? 1 : 0);
  });

  test('each is proposed once, with the reason that says most', () => {
    const ada = taker('Ada', [liking('tag', 'bees'), liking('fact', 'keeps bees'), liking('group', 'Bees')]);
    expect(propose(['bees', 'Bees'], [ada])).toEqual([['Ada', 'bees: keeps bees']]);
  });

  test('facts come before groups, and groups before tags; then whoever is close, then the last talk', () => {
    const close = { circle: { name: 'Close', place: 1 } };
    const takers = [
      taker('tagged', [liking('tag', 'tea')], close),
      taker('in a group', [liking('group', 'tea club')]),
      taker('long ago', [liking('fact', 'drinks tea')], { lastTalk: '2020-01-01' }),
      taker('of late', [liking('fact', 'drinks tea')], { lastTalk: '2026-01-01' }),
      taker('close', [liking('fact', 'drinks tea')], close),
    ];
    expect(propose(['tea'], takers).map(([name]) => name)).toEqual([
      'close',
      'of late',
      'long ago',
      'in a group',
      'tagged',
    ]);
  });

  test('news of one’s own goes to those who are close as well', () => {
    const takers = [
      taker('near', [], { circle: { name: 'Inner', place: 0 } }),
      taker('far', [], { circle: { name: 'Wider', place: 3 } }),
      taker('nobody’s', []),
    ];
    expect(propose([], takers, true)).toEqual([['near', 'Inner']]);
    expect(propose([], takers)).toEqual([]);
  });

  test('the order is the same whatever order they come in', () => {
    const some = fc.array(
      fc.record({
        id: fc.string({ minLength: 1 }),
        kind: fc.constantFrom('fact' as const, 'group' as const, 'tag' as const),
        place: fc.option(fc.nat(4)),
        lastTalk: fc.option(fc.constantFrom('2024-01-01', '2025-06-01')),
      }),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(
          some.map((all) => all[0]).filter((one) => one !== undefined),
          { selector: (one) => one.id },
        ),
        (all) => {
          const takers = all.map(({ id, kind, place, lastTalk }) =>
            taker(id, [liking(kind, 'tea')], {
              circle: place === null ? null : { name: 'A circle', place },
              lastTalk,
            }),
          );
          expect(propose(['tea'], takers.toReversed())).toEqual(propose(['tea'], takers));
          expect(propose(['tea'], takers)).toHaveLength(takers.length);
        },
      ),
    );
  });
});

test.each([
  [{ title: ' A walk ', body: 'words', url: '' }, 'A walk'],
  [{ title: '', body: '\n  \n first \nsecond', url: '' }, 'first'],
  [{ title: '', body: '', url: 'https://somewhere.example/' }, 'https://somewhere.example/'],
  [{ title: '', body: ' \n', url: '' }, ''],
])('a thing is called by what it has: %j', (item, name) => {
  expect(nameOfItem(item)).toBe(name);
});

test.each([
  ['https://somewhere.example/a?b#c', 'https://somewhere.example/a?b#c'],
  ['http://somewhere.example', 'http://somewhere.example'],
  [' somewhere.example/a ', 'https://somewhere.example/a'],
  ['somewhere.example:8080/a', 'https://somewhere.example:8080/a'],
  ['bücher.example', 'https://bücher.example'],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['mailto:ada@somewhere.example', null],
  ['ada@somewhere.example', null],
  ['https://somewhere.example@elsewhere.example/', null],
  ['two words.example', null],
  ['bees', null],
  ['https://', null],
  ['', null],
])('the web address in “%s” is %s', (typed, address) => {
  expect(readWebAddress(typed)).toBe(address);
});

test('no text makes the reading of addresses fail, and all that it gives leads into the web', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain(), fc.constant('A.0')), (typed) => {
      const address = readWebAddress(typed);
      if (address !== null) expect(new URL(address).protocol).toMatch(/^https?:$/);
    }),
  );
});
