// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { commandOfKey, commandShortcuts } from '../../../src/renderer/app/shortcuts.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    target: document.body,
    ...more,
  }) as KeyboardEvent;

test.each(commandShortcuts.filter(({ keys }) => keys.startsWith('Mod')))(
  '$keys does its work with the key of each system, and only with it',
  ({ key, command, shift: shiftKey = false }) => {
    expect(commandOfKey(press(key, { ctrlKey: true, shiftKey }), 'linux')).toBe(command);
    expect(commandOfKey(press(key, { ctrlKey: true, shiftKey }), 'win32')).toBe(command);
    expect(commandOfKey(press(key, { metaKey: true, shiftKey }), 'darwin')).toBe(command);
    expect(commandOfKey(press(key, { ctrlKey: true, shiftKey }), 'darwin')).toBeNull();
    expect(commandOfKey(press(key, { shiftKey }), 'linux')).toBeNull();
    expect(commandOfKey(press(key, { ctrlKey: true, altKey: true, shiftKey }), 'linux')).toBeNull();
  },
);

test('undo is left to the text where one types', () => {
  const target = document.createElement('textarea');
  for (const shiftKey of [false, true]) {
    expect(commandOfKey(press('z', { ctrlKey: true, shiftKey, target }), 'linux')).toBeNull();
  }
  expect(commandOfKey(press('n', { ctrlKey: true, target }), 'linux')).toBe('write');
});

test('caps lock does not take a shortcut away', () => {
  expect(commandOfKey(press('N', { ctrlKey: true }), 'linux')).toBe('write');
});

test('“?” is a letter in everything one types into', () => {
  expect(commandOfKey(press('?', { shiftKey: true }), 'linux')).toBe('shortcuts');
  for (const tag of ['input', 'textarea']) {
    expect(commandOfKey(press('?', { target: document.createElement(tag) }), 'linux')).toBeNull();
  }
  const editor = document.createElement('div');
  editor.setAttribute('contenteditable', 'true');
  const line = editor.appendChild(document.createElement('div'));
  expect(commandOfKey(press('?', { target: line }), 'linux')).toBeNull();
});
