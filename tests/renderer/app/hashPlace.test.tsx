// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Router, useLocation, useSearch } from 'wouter';
import { goTo, hashPlace } from '../../../src/renderer/app/hashPlace.ts';

function Here() {
  const [path] = useLocation();
  return <p>{`${path} | ${useSearch()}`}</p>;
}

const show = () =>
  render(
    <Router {...hashPlace}>
      <Here />
    </Router>,
  );

afterEach(() => {
  cleanup();
  history.replaceState(null, '', '#/');
});

test('the question belongs to the place, not to the page', () => {
  show();
  act(() => goTo('/search?q=tea%20%26%20toast?'));
  expect(screen.getByText('/search | q=tea%20%26%20toast?')).toBeTruthy();
  expect(location.search).toBe('');
  act(() => goTo('/people'));
  expect(screen.getByText('/people |')).toBeTruthy();
});

test('a question comes back as it was asked, percent signs and all', () => {
  show();
  for (const asked of ['100%', '%26', 'a&b=c', 'Zürich 東京 #1 ?']) {
    act(() => goTo(`/search?${new URLSearchParams({ q: asked })}`));
    const said = screen.getByText(/^\/search/).textContent?.split(' | ')[1];
    expect(new URLSearchParams(said).get('q')).toBe(asked);
  }
});

test('going back returns to the place before, replacing leaves none behind', async () => {
  show();
  act(() => goTo('/people'));
  act(() => goTo('/people?text=a', { replace: true }));
  act(() => goTo('/settings'));
  await act(async () => {
    const moved = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    history.back();
    await moved;
  });
  expect(screen.getByText('/people | text=a')).toBeTruthy();
});

test('going where one is makes no step', () => {
  show();
  act(() => goTo('/people'));
  const steps = history.length;
  act(() => goTo('/people'));
  expect(history.length).toBe(steps);
});
