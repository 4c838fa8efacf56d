import type { Nudge, NudgeAct } from '../../shared/models/nudge.ts';
import { tellingUndoable } from '../app/undo.ts';
import { askJournal } from '../journal-client/index.ts';
import { telling } from '../ui/telling.ts';
import { keepFocusAmongNudges } from './keepFocus.ts';

const said: Readonly<Record<NudgeAct, string>> = {
  done: 'Done.',
  snoozed: 'It comes again then.',
  notThis: 'This one will not come again.',
  skipped: 'Not today, then.',
  swapped: 'Somebody else, then.',
};

/** Notes what was done about a nudge, says so, and offers to take it back. `until` goes with `snoozed`. */
export function actOnNudge(
  { key }: Pick<Nudge, 'key'>,
  act: NudgeAct,
  until: string | null = null,
): Promise<boolean> {
  keepFocusAmongNudges(key);
  return tellingUndoable(
    said[act],
    () => askJournal('nudges.act', { key, act, until }),
    () => void takeBackAct(key),
  );
}

/** Takes back what was done about a nudge. */
export function takeBackAct(key: string): Promise<boolean> {
  keepFocusAmongNudges(key);
  return telling(() => askJournal('nudges.takeBack', { key }));
}
