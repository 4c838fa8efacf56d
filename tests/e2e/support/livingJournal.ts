import type { Page } from '@playwright/test';
import type { JournalInput, JournalMethod, JournalOutput } from '../../../src/shared/contract/index.ts';
import type { Channel } from '../../../src/shared/models/entry.ts';
import type { TieKind } from '../../../src/shared/models/tie.ts';

// A few months in a made-up life, written for pictures: people in circles, ties, facts, promises and marks.

interface Somebody {
  readonly name: string;
  readonly call?: string;
  readonly circle: string;
  readonly groups?: readonly string[];
  readonly through?: string;
}

const somebody: readonly Somebody[] = [
  { name: 'Maren Okafor', call: 'Maren', circle: 'inner', groups: ['Choir'] },
  { name: 'Jonas Okafor', call: 'Jonas', circle: 'inner' },
  { name: 'Ida Reed', call: 'Ida', circle: 'inner', groups: ['Allotments'] },
  { name: 'Tom Reed', call: 'Tom', circle: 'close', groups: ['Allotments'], through: 'Ida Reed' },
  { name: 'Ines Álvarez', call: 'Ines', circle: 'close', groups: ['Choir'], through: 'Maren Okafor' },
  { name: '田中 有紀', call: 'Yuki', circle: 'close' },
  { name: 'Sam Whitlock', call: 'Sam', circle: 'friends', groups: ['Allotments'], through: 'Tom Reed' },
  { name: 'Priya Raman', call: 'Priya', circle: 'friends', groups: ['Book table'], through: 'Ines Álvarez' },
  { name: 'Ben Adeyemi', call: 'Ben', circle: 'friends', groups: ['Book table'], through: 'Priya Raman' },
  { name: 'Greta Lindqvist', call: 'Greta', circle: 'friends', groups: ['Book table'] },
  { name: 'Rafael Moreno', call: 'Rafa', circle: 'wider', through: 'Ben Adeyemi' },
  { name: 'Hannah Berg', call: 'Hannah', circle: 'wider', groups: ['Choir'] },
  { name: 'Paul Njoroge', call: 'Paul', circle: 'noticed' },
];

/** How long ago, how, who began it, with whom, and the words; `{Name}` is a mention. */
type Written = readonly [
  daysAgo: number,
  channel: Channel,
  begunBy: string,
  whom: readonly string[],
  words: string,
];

const entries: readonly Written[] = [
  [
    71,
    'inPerson',
    '',
    ['Maren'],
    'Walked along the harbour with {Maren}. She is tired of the night shifts, and dreams of the bakery again.',
  ],
  [
    64,
    'call',
    'Tom',
    ['Tom'],
    '{Tom} rang. His daughter starts school in August. He asked whether we could mend the roof together in spring !asked.',
  ],
  [
    52,
    'email',
    'Ines',
    ['Ines'],
    'A long mail from {Ines}: she moves to Lisbon in June, and wants to know which quarter is quiet.',
  ],
  [
    40,
    'inPerson',
    '',
    ['Ida', 'Tom'],
    'Apples with {Ida} and {Tom}. Lent Tom my good ladder !gave. I told them about the new job !told.',
  ],
  [33, 'message', 'Sam', ['Sam'], '{Sam} sent a photo of the allotment, and beans of five colours.'],
  [
    26,
    'letter',
    'Yuki',
    ['Yuki'],
    'A letter from {Yuki}. The exam is three weeks from now; she is nervous and proud.',
  ],
  [
    21,
    'inPerson',
    '',
    ['Jonas'],
    '{Jonas} said that without my list he would have missed the deadline, and half the grant with it !kind.',
  ],
  [
    16,
    'video',
    '',
    ['Priya', 'Ben'],
    '{Priya} brought {Ben} along, who reads the same strange novels as I do.',
  ],
  [
    9,
    'call',
    '',
    ['Maren'],
    '{Maren} has the keys of the bakery. I’ll send her the book about sourdough by Friday !promise.',
  ],
  [6, 'message', 'Greta', ['Greta'], '{Greta} asks whether the book table could meet at ours in December.'],
  [2, 'inPerson', '', ['Ida'], 'Tea with {Ida}. She will ask her sister about the cottage next week.'],
];

const facts: readonly (readonly [
  whom: string,
  facet: JournalInput<'facts.create'>['fact']['facet'],
  label: string,
  text: string,
])[] = [
  ['Maren Okafor', 'work', 'Employer', 'The night ward at St Anne’s'],
  ['Maren Okafor', 'interests', '', 'Sourdough and old ovens'],
  ['Maren Okafor', 'family', 'Sister', 'Adaeze, who lives in Cork'],
  ['Sam Whitlock', 'interests', '', 'Beans, the rarer the better'],
  ['Ben Adeyemi', 'interests', '', 'Strange novels'],
];

const ties: readonly (readonly [person: string, kind: TieKind, other: string])[] = [
  ['Maren Okafor', 'partner', 'Jonas Okafor'],
  ['Tom Reed', 'sibling', 'Ida Reed'],
  ['Priya Raman', 'colleague', 'Greta Lindqvist'],
  ['Ben Adeyemi', 'friend', 'Greta Lindqvist'],
  ['Hannah Berg', 'friend', 'Ines Álvarez'],
  ['Sam Whitlock', 'colleague', 'Ida Reed'],
];

/** Fills the open, empty journal of the window. Days count back from today. */
export async function liveAWhile(page: Page): Promise<void> {
  await page.evaluate(fill, { somebody, entries, facts, ties });
}

/** Runs in the window, and knows nothing but what it is given. */
async function fill(life: {
  readonly somebody: readonly Somebody[];
  readonly entries: readonly Written[];
  readonly facts: typeof facts;
  readonly ties: typeof ties;
}): Promise<void> {
  const ask = async <M extends JournalMethod>(
    method: M,
    input: JournalInput<M>,
  ): Promise<JournalOutput<M>> => {
    const settled = await globalThis.kith.journal(method, input);
    if (!settled.ok) throw new Error(`${method}: ${settled.error.kind}`);
    return settled.value as JournalOutput<M>;
  };
  const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const ids = new Map<string, string>();
  const idOf = (name: string) => ids.get(name) ?? '';
  for (const { name, call = '', circle, groups = [], through } of life.somebody) {
    const met = { on: null, where: '', throughId: through ? idOf(through) : null, entryId: null };
    const person = { name, preferredName: call, circleId: circle, groups: [...groups], met };
    const { id } = await ask('people.create', { person });
    ids.set(name, id);
    ids.set(call, id);
  }
  for (const [daysAgo, channel, begunBy, whom, words] of life.entries) {
    const body = words.replace(/\{([^}]+)\}/g, (_, call: string) => `@[${call}](person:${idOf(call)})`);
    const people = whom.map((call) => ({ personId: idOf(call), role: 'with' as const }));
    const day = dayAgo(daysAgo);
    const entry = {
      day,
      time: null,
      channel,
      begunBy: idOf(begunBy) || null,
      title: '',
      body,
      people,
      tags: [],
    };
    await ask('entries.create', { entry });
  }
  for (const [whom, facet, label, text] of life.facts) {
    await ask('facts.create', { personId: idOf(whom), fact: { facet, label, text, learnedOn: dayAgo(30) } });
  }
  for (const [person, kind, other] of life.ties) {
    await ask('ties.create', { tie: { personId: idOf(person), otherId: idOf(other), kind } });
  }
  await ask('shelf.create', {
    item: {
      kind: 'text',
      title: 'An essay on seed libraries',
      topics: ['beans'],
      body: 'Whoever borrows, sows and gives back.',
    },
  });
}
