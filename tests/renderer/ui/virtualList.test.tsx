// @vitest-environment jsdom
import { act, render, screen, waitFor } from '@testing-library/react';
import { createRef } from 'react';
import { expect, test, vi } from 'vitest';
import { VirtualList, type VirtualListHandle } from '../../../src/renderer/ui/VirtualList.tsx';
import { prepareDom } from '../support/dom.ts';

prepareDom();

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => String(from + at));

/** A list of rows of 100 pixels in a window of 600 (see `prepareDom`; every row is measured as 600 there). */
function List(props: {
  readonly items: readonly string[];
  readonly onReachStart?: () => void;
  readonly onReachEnd?: () => void;
  readonly handle?: React.Ref<VirtualListHandle>;
}) {
  return (
    <VirtualList
      label="Numbers"
      items={props.items}
      keyOf={(item) => item}
      estimateSize={() => 600}
      onReachStart={props.onReachStart}
      onReachEnd={props.onReachEnd}
      {...(props.handle ? { ref: props.handle } : {})}
    >
      {(item) => <button type="button">{item}</button>}
    </VirtualList>
  );
}

const shown = () => screen.queryAllByRole('button').map((button) => Number(button.textContent));
const scroller = () => screen.getByRole('region', { name: 'Numbers' });

function scrollTo(top: number): void {
  act(() => {
    scroller().scrollTop = top;
    scroller().dispatchEvent(new Event('scroll'));
  });
}

test('of a long list only what is seen exists, and it says how long it is', () => {
  render(<List items={numbers(0, 100_000)} />);
  expect(shown().length).toBeGreaterThan(0);
  expect(shown().length).toBeLessThan(30);
  const row = screen.getAllByRole('listitem')[0];
  expect(row?.getAttribute('aria-posinset')).toBe('1');
  expect(row?.getAttribute('aria-setsize')).toBe('100000');
});

test('it asks for more as an end comes near, and not before', async () => {
  const onReachStart = vi.fn();
  const onReachEnd = vi.fn();
  const handle = createRef<VirtualListHandle>();
  render(
    <List items={numbers(0, 200)} onReachStart={onReachStart} onReachEnd={onReachEnd} handle={handle} />,
  );
  expect(onReachStart).toHaveBeenCalled();
  expect(onReachEnd).not.toHaveBeenCalled();
  scrollTo(195 * 600);
  await waitFor(() => expect(onReachEnd).toHaveBeenCalled());
});

test('rows that are put in front leave what is read where it is', async () => {
  const onReachStart = () => undefined;
  const { rerender } = render(<List items={numbers(100, 200)} onReachStart={onReachStart} />);
  scrollTo(10 * 600 + 50);
  await waitFor(() => expect(shown()).toContain(110));
  rerender(<List items={numbers(60, 200)} onReachStart={onReachStart} />);
  await waitFor(() => expect(scroller().scrollTop).toBe(50 * 600 + 50));
  expect(shown()).toContain(110);
});

test('at the very top of everything, what is new is seen', async () => {
  const { rerender } = render(<List items={numbers(1, 50)} />);
  rerender(<List items={numbers(0, 50)} />);
  await waitFor(() => expect(shown()).toContain(0));
  expect(scroller().scrollTop).toBe(0);
});

test('the row that has focus stays alive when it is scrolled away', async () => {
  render(<List items={numbers(0, 500)} />);
  const button = screen.getByRole('button', { name: '2' });
  act(() => button.focus());
  scrollTo(300 * 600);
  await waitFor(() => expect(shown()).toContain(300));
  expect(document.activeElement).toBe(button);
  expect(button.isConnected).toBe(true);
});

test('a page can bring a row into sight and focus it', async () => {
  const handle = createRef<VirtualListHandle>();
  render(<List items={numbers(0, 500)} handle={handle} />);
  act(() => handle.current?.focusIndex(400));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('400'));
});
