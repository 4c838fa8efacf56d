import { acceptCompletion, completionKeymap, completionStatus } from '@codemirror/autocomplete';
import { defaultKeymap, historyKeymap } from '@codemirror/commands';
import { EditorSelection, type Extension, Prec, type StateCommand } from '@codemirror/state';
import { keymap } from '@codemirror/view';

export interface WritingCommands {
  readonly close: () => void;
  /** Takes the date that is offered. Whether there was one. */
  readonly takeDate: () => boolean;
}

/**
 * The keys of the writing area. Tab takes what is offered (a completion, then a date) and otherwise leaves the area,
 * as everywhere; it never indents.
 */
export function writingKeys(commands: WritingCommands): Extension {
  return [
    Prec.highest(
      keymap.of([
        { key: 'Tab', run: (view) => acceptCompletion(view) || commands.takeDate() },
        { key: 'Mod-b', run: toggleSigns('**'), preventDefault: true },
        { key: 'Mod-i', run: toggleSigns('*'), preventDefault: true },
      ]),
    ),
    keymap.of([
      ...completionKeymap,
      {
        key: 'Escape',
        run: (view) => {
          if (completionStatus(view.state) !== null) return false;
          commands.close();
          return true;
        },
      },
      ...historyKeymap,
      // Mod+/ shows the keys, everywhere.
      ...defaultKeymap.filter(({ key }) => key !== 'Mod-/'),
    ]),
  ];
}

/** Puts `signs` around what is selected, or takes them away where they are there. */
export function toggleSigns(signs: string): StateCommand {
  return ({ state, dispatch }) => {
    const changes = state.changeByRange((range) => {
      const [before, after] = [range.from - signs.length, range.to + signs.length];
      const wrapped =
        before >= 0 &&
        state.sliceDoc(before, range.from) === signs &&
        state.sliceDoc(range.to, after) === signs &&
        // One star is not the half of two.
        !(
          signs === '*' &&
          state.sliceDoc(before - 1, before) === '*' &&
          state.sliceDoc(before - 2, before - 1) !== '*'
        );
      if (wrapped) {
        return {
          changes: [
            { from: before, to: range.from },
            { from: range.to, to: after },
          ],
          range: EditorSelection.range(range.from - signs.length, range.to - signs.length),
        };
      }
      return {
        changes: [
          { from: range.from, insert: signs },
          { from: range.to, insert: signs },
        ],
        range: EditorSelection.range(range.from + signs.length, range.to + signs.length),
      };
    });
    dispatch(state.update(changes, { userEvent: 'input', scrollIntoView: true }));
    return true;
  };
}
