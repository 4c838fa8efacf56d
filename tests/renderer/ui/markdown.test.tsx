// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { setBridge } from '../../../src/renderer/journal-client/index.ts';
import { Markdown } from '../../../src/renderer/ui/Markdown.tsx';
import { testId } from '../../support/journal.ts';
import { prepareDom } from '../support/dom.ts';
import { createTestBridge } from '../support/testBridge.ts';

prepareDom();
afterEach(() => setBridge(undefined));

const ada = { id: testId(1), name: 'Ada Lovelace', preferredName: 'Ada' };

test('a mention is a link to the person, without its sign', () => {
  const { container } = render(<Markdown body={`Tea with @[Ada](person:${ada.id}), long.`} people={[ada]} />);
  expect(container.textContent).toBe('Tea with Ada, long.');
  const link = screen.getByRole('link', { name: 'Ada' });
  expect(link.getAttribute('href')).toBe(`#/person/${ada.id}`);
  expect(link.title).toBe('Ada Lovelace');
});

test('who is gone is a name and no link', () => {
  render(<Markdown body={`Tea with @[Bob](person:${testId(9)}).`} people={[ada]} />);
  expect(screen.queryByRole('link')).toBeNull();
  expect(screen.getByText('Bob')).toBeTruthy();
});

test('a page may take the choice of a person for itself', async () => {
  const onPerson = vi.fn();
  render(<Markdown body={`@[Ada](person:${ada.id})`} onPerson={onPerson} />);
  await userEvent.click(screen.getByRole('link', { name: 'Ada' }));
  expect(onPerson).toHaveBeenCalledExactlyOnceWith(ada.id);
  expect(`#${placeNow()}`).not.toContain(ada.id);
});

test('a tag is a link that finds it, but not in code, in a link or in a word', () => {
  render(<Markdown body={'At the #lake-side, `#code`, [#linked](https://x.example) and a#b.'} />);
  expect(screen.getByRole('link', { name: '#lake-side' }).getAttribute('href')).toBe(
    '#/search?q=tag%3Alake-side',
  );
  expect(screen.getAllByRole('link')).toHaveLength(2);
});

test('what is no tag to the journal is no link either', () => {
  const { container } = render(<Markdown body={'Not \\#this, nor #1, nor &#35;x, but \\*#that\\*.'} />);
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['#that']);
  expect(container.textContent).toBe('Not #this, nor #1, nor #x, but *#that*.');
});

test('a mark is a label that says what it means, but not in code, in a word or behind a sign', () => {
  const { container } = render(
    <Markdown body={'Lent her my *atlas* !gave. A #tag !kind, `!told`, wow!gave and \\!asked.'} />,
  );
  expect(container.textContent).toBe(
    'Lent her my atlas gave. A #tag kind words, !told, wow!gave and !asked.',
  );
  expect(screen.getByText('gave').title).toBe('Something you gave or did');
  expect(screen.getByText('kind words').title).toBe('Kind words about you');
});

test('what is to be done says so without its drawing', () => {
  render(<Markdown body={'- [x] call\n- [ ] write'} />);
  expect(screen.getAllByRole('img').map((box) => box.getAttribute('aria-label'))).toEqual([
    'Done:',
    'To do:',
  ]);
});

test('a link to the outside asks the desktop and moves the window nowhere', async () => {
  const bridge = createTestBridge({ journal: async () => null });
  setBridge(bridge);
  const before = location.href;
  render(<Markdown body="See [the list](https://example.org/list)." />);
  await userEvent.click(screen.getByRole('link', { name: 'the list' }));
  expect(bridge.askedOfDesktop).toEqual([
    { method: 'desktop.openExternal', input: { url: 'https://example.org/list' } },
  ]);
  expect(location.href).toBe(before);
});

test('HTML is shown as its letters, pictures as their description', () => {
  const { container } = render(
    <Markdown
      body={'<script>alert(1)</script>\n\nA <b>bold</b> ![boat](https://x.example/boat.png) word.'}
    />,
  );
  expect(container.querySelector('script, b, img')).toBeNull();
  expect(container.textContent).toContain('<script>alert(1)</script>');
  expect(container.textContent).toContain('A <b>bold</b> boat word.');
});

test('blocks know where in the text they stand', () => {
  const body = 'First.\n\n- one\n- two';
  const { container } = render(<Markdown body={body} />);
  const places = [...container.querySelectorAll<HTMLElement>('p[data-from], li[data-from]')];
  expect(places.map(({ dataset }) => body.slice(Number(dataset['from']), Number(dataset['to'])))).toEqual([
    'First.',
    '- one',
    '- two',
  ]);
});

const hostile = fc.constantFrom(
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '<iframe src="https://x.example">',
  '[y](vbscript:x)',
  `@[Ada](person:${ada.id})`,
  '[z]( JaVaScRiPt:alert(1))',
  '<a href="javascript:alert(1)">',
  '#tag',
  '```',
  '> ',
  '\n\n',
  '| a |\n|---|\n',
);

test('whatever is in an entry, nothing in it can run or be loaded', () => {
  const bodies = fc.array(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), { maxLength: 12 });
  fc.assert(
    fc.property(bodies, (parts) => {
      const { container, unmount } = render(<Markdown body={parts.join('')} />);
      expect(
        container.querySelector('script, img, iframe, object, embed, svg, style, link, form'),
      ).toBeNull();
      for (const element of container.querySelectorAll('*')) {
        expect(element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'src')).toEqual(
          [],
        );
        expect(element.getAttribute('href') ?? '').not.toMatch(/^\s*(javascript|data|vbscript|file):/i);
      }
      unmount();
    }),
    { numRuns: 150 },
  );
});
