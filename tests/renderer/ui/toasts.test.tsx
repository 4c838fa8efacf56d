// @vitest-environment jsdom
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { ToastRegion } from '../../../src/renderer/ui/ToastRegion.tsx';
import { showToast } from '../../../src/renderer/ui/toasts.ts';
import { prepareDom } from '../support/dom.ts';

prepareDom();

test('a message is said politely, and can be taken away', async () => {
  render(<ToastRegion />);
  act(() => void showToast({ message: 'Saved.' }));
  expect(screen.getByRole('status').textContent).toBe('Saved.');
  await userEvent.click(await screen.findByRole('button', { name: /close/i }));
  await waitFor(() => expect(screen.queryByRole('region', { name: /Messages/ })).toBeNull());
});

test('what it offers is done once, and the message goes', async () => {
  render(<ToastRegion />);
  const onPress = vi.fn();
  act(() => void showToast({ message: 'The entry is in the trash.', action: { label: 'Undo', onPress } }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(onPress).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

test('it is reached by F6 and worked from the keyboard', async () => {
  const onPress = vi.fn();
  const user = userEvent.setup();
  render(
    <>
      <main>
        <button type="button">On the page</button>
      </main>
      <ToastRegion />
    </>,
  );
  act(() => screen.getByRole('button', { name: 'On the page' }).focus());
  act(() => void showToast({ message: 'Gone.', action: { label: 'Undo', onPress } }));
  await screen.findByRole('button', { name: 'Undo' });
  await user.keyboard('{F6}');
  expect(screen.getByRole('region', { name: /Messages/ }).contains(document.activeElement)).toBe(true);
  await user.tab();
  if (document.activeElement?.textContent !== 'Undo') await user.tab();
  await user.keyboard('{Enter}');
  expect(onPress).toHaveBeenCalledOnce();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('On the page'));
});

test('whoever shows a message can take it back', async () => {
  render(<ToastRegion />);
  const take: { back?: () => void } = {};
  act(() => {
    take.back = showToast({ message: 'Working on it.' });
  });
  expect(await screen.findByRole('region', { name: /Messages/ })).toBeTruthy();
  act(() => take.back?.());
  await waitFor(() => expect(screen.queryByRole('region', { name: /Messages/ })).toBeNull());
});

test('of those that offer undo only the newest is shown', async () => {
  render(<ToastRegion />);
  const undo = { label: 'Undo', onPress: () => undefined };
  act(() => void showToast({ message: 'One is gone.', action: undo, isUndo: true }));
  act(() => void showToast({ message: 'Saved.' }));
  act(() => void showToast({ message: 'Two is gone.', action: undo, isUndo: true }));
  await waitFor(() => expect(screen.queryByText('One is gone.')).toBeNull());
  expect(screen.getAllByText('Two is gone.').length).toBeGreaterThan(0);
  expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(1);
});
