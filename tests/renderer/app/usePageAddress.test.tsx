// @vitest-environment jsdom
import { act, render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Router } from 'wouter';
import { goTo, hashPlace, placeNow } from '../../../src/renderer/app/hashPlace.ts';
import { usePageAddress } from '../../../src/renderer/app/usePageAddress.ts';
import { prepareDom } from '../support/dom.ts';

prepareDom();

const read = (search: string) => new URLSearchParams(search).get('word') ?? '';
const href = (word: string) => (word === '' ? '/words' : `/words?word=${encodeURIComponent(word)}`);

let address: ReturnType<typeof usePageAddress<string>>;

function Words() {
  address = usePageAddress(read, href);
  return <p>{address.value || 'nothing'}</p>;
}

function show(at: string): void {
  history.replaceState(null, '', `#${at}`);
  render(
    <Router {...hashPlace}>
      <Words />
    </Router>,
  );
}

test('begins with what the address says', () => {
  show('/words?word=tea');
  expect(screen.getByText('tea')).toBeTruthy();
});

test('shows a change at once, and tells the address soon after, in the same place of the history', async () => {
  show('/words');
  const length = history.length;
  act(() => address.set(() => 't'));
  act(() => address.set(() => 'te'));
  expect(screen.getByText('te')).toBeTruthy();
  expect(`#${placeNow()}`).toBe('#/words');
  await waitFor(() => expect(`#${placeNow()}`).toBe('#/words?word=te'));
  expect(history.length).toBe(length);
});

test('tells the address at once before leaving', () => {
  show('/words');
  act(() => address.setNow('tea'));
  expect(`#${placeNow()}`).toBe('#/words?word=tea');
});

test('follows a link to another address of the page', () => {
  show('/words?word=tea');
  act(() => goTo('/words?word=milk'));
  expect(screen.getByText('milk')).toBeTruthy();
});

test('does not call back whoever has gone on to another page', async () => {
  show('/words');
  act(() => address.set(() => 'tea'));
  act(() => goTo('/elsewhere'));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(`#${placeNow()}`).toBe('#/elsewhere');
  expect(screen.getByText('tea')).toBeTruthy();
});
