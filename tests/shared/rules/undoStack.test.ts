import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dropActions,
  emptyStack,
  markRedone,
  markUndone,
  pushAction,
  type UndoStack,
} from '../../../src/shared/rules/undoStack.ts';

const stackOf = (...actions: string[]): UndoStack<string> =>
  actions.reduce<UndoStack<string>>(pushAction, emptyStack);

test('undo takes the last first, redo the other way round', () => {
  const two = stackOf('a', 'b');
  const one = markUndone(two);
  expect(one).toEqual({ done: ['a'], undone: ['b'] });
  const none = markUndone(one);
  expect(none).toEqual({ done: [], undone: ['b', 'a'] });
  expect(markUndone(none)).toEqual(none);
  expect(markRedone(none, 'a')).toEqual({ done: ['a'], undone: ['b'] });
  expect(markRedone(one, 'b with another token')).toEqual({
    done: ['a', 'b with another token'],
    undone: [],
  });
});

test('something new cannot be followed by what had been undone before', () => {
  expect(pushAction(markUndone(stackOf('a', 'b')), 'c')).toEqual({ done: ['a', 'c'], undone: [] });
});

test('what is gone can be neither undone nor done again', () => {
  const stack = markUndone(stackOf('a', 'b', 'c'));
  expect(dropActions(stack, (action) => action !== 'b')).toEqual({ done: ['b'], undone: [] });
});

test('it never grows without end, and keeps the newest', () => {
  const stack = stackOf(...Array.from({ length: 250 }, (_, i) => `${i}`));
  expect(stack.done).toHaveLength(100);
  expect(stack.done.at(-1)).toBe('249');
});

test('as many redos as undos lead back, and no action is ever in it twice', () => {
  const steps = fc.array(fc.constantFrom('do', 'undo', 'redo'), { maxLength: 60 });
  fc.assert(
    fc.property(steps, fc.nat(20), (script, depth) => {
      let stack: UndoStack<number> = emptyStack;
      script.forEach((step, i) => {
        const last = stack.undone.at(-1);
        if (step === 'do') stack = pushAction(stack, i);
        else if (step === 'undo') stack = markUndone(stack);
        else if (last !== undefined) stack = markRedone(stack, last);
      });
      const all = [...stack.done, ...stack.undone];
      expect(new Set(all).size).toBe(all.length);
      const before = stack;
      const times = Math.min(depth, stack.done.length);
      for (let i = 0; i < times; i++) stack = markUndone(stack);
      for (let i = 0; i < times; i++) stack = markRedone(stack, stack.undone.at(-1) as number);
      expect(stack).toEqual(before);
    }),
  );
});
