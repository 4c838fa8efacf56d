import { describe, expect, test } from 'vitest';
import { markdownFolder } from '../../../../src/shared/formats/markdownFolder/readMarkdownFolder.ts';
import type { PersonRecord } from '../../../../src/shared/formats/records.ts';
import { memorySource, readAll } from '../memorySource.ts';

async function readPeople(files: Record<string, string | Uint8Array>) {
  const records = await readAll(markdownFolder, memorySource(files));
  const people = records.filter((record): record is PersonRecord => record.kind === 'person');
  const skipped = records.flatMap((record) => (record.kind === 'skipped' ? [record.where] : []));
  return { people, skipped, ada: people[0] as PersonRecord };
}

const note = (...front: string[]) => `---\ntags: [person]\n${front.join('\n')}\n---\n`;

describe('a person’s note as other applications write it', () => {
  test('gives the fields that Kith has, and keeps the rest as details', async () => {
    const { ada } = await readPeople({
      'Ada.md': note(
        'birthday: 1815-12-10',
        'pronouns: she/her',
        'languages: [English, French]',
        'groups: Royal Society',
        'rhythm: often',
        'intention: [a, b]',
        'hair: brown',
      ),
    });
    expect(ada).toMatchObject({
      dates: [{ kind: 'birthday', label: '', date: '1815-12-10' }],
      pronouns: 'she/her',
      languages: ['English', 'French'],
      groups: ['Royal Society'],
      rhythm: null,
      intention: '',
      details: [
        { label: 'rhythm', value: 'often' },
        { label: 'intention', value: 'a' },
        { label: 'intention', value: 'b' },
        { label: 'hair', value: 'brown' },
      ],
    });
  });

  test.each(['10 December', '1815-02-30', 'unknown'])(
    'keeps a birthday that is no date, “%s”',
    async (text) => {
      const { ada } = await readPeople({ 'Ada.md': note(`birthday: ${text}`) });
      expect(ada).toMatchObject({ dates: [], details: [{ label: 'birthday', value: text }] });
    },
  );

  test('tells tags from words that are none', async () => {
    const { ada } = await readPeople({ 'Ada.md': '---\ntags: [person, "#math", two words, people]\n---\n' });
    expect(ada).toMatchObject({ tags: ['math'], details: [{ label: 'tags', value: 'two words' }] });
  });

  test('finds who introduced them by the link', async () => {
    const { people } = await readPeople({
      'Ada.md': note('metThrough: "[[Mary]]"', 'metOn: 1833-06'),
      'Mary.md': note('metThrough: "[[Nobody]]"'),
    });
    expect(people.map(({ met, details }) => [met.through, met.on, details])).toEqual([
      ['Mary.md', '1833-06', []],
      [null, null, [{ label: 'metThrough', value: '[[Nobody]]' }]],
    ]);
  });
});

describe('a photo beside a note', () => {
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 7]);

  test.each([
    ['[[ada.jpg]]', 'Pictures/ada.jpg'],
    ['![[Ada.jpg|100]]', 'Pictures/ada.jpg'],
    ['Pictures/ada.jpg', 'Pictures/ada.jpg'],
    ['ada.jpg', 'People/ada.jpg'],
  ])('is found by “%s” at %s', async (text, path) => {
    const { ada, skipped } = await readPeople({
      'People/Ada.md': note(`photo: "${text}"`),
      [path]: jpeg,
      'Other.png': jpeg,
    });
    expect(ada.photo?.where).toBe(path);
    expect(await ada.photo?.read()).toEqual({ mime: 'image/jpeg', bytes: jpeg });
    expect(skipped).toEqual(['Other.png']);
  });

  test('that is none, or is not there, is told and its field kept', async () => {
    const { people, skipped } = await readPeople({
      'Ada.md': note('photo: ada.jpg'),
      'Tom.md': note('photo: https://example.org/tom.jpg'),
      'ada.jpg': new TextEncoder().encode('not a picture'),
    });
    expect(await people[0]?.photo?.read()).toBeNull();
    expect(people[1]).toMatchObject({
      photo: null,
      details: [{ label: 'photo', value: 'https://example.org/tom.jpg' }],
    });
    expect(skipped).toEqual([]);
  });
});
