import { KithError } from '../../shared/contract/errors.ts';
import type { Nudge, NudgeAct } from '../../shared/models/nudge.ts';
import { askJournal } from '../journal-client/index.ts';
import { showToast } from '../ui/toasts.ts';

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
): Promise<void> {
  return saying(async () => {
    await askJournal('nudges.act', { key, act, until });
    showToast({
      message: said[act],
      action: { label: 'Undo', onPress: () => void takeBackAct(key) },
      isUndo: true,
    });
  });
}

/** Takes back what was done about a nudge. */
export function takeBackAct(key: string): Promise<void> {
  return saying(async () => {
    await askJournal('nudges.takeBack', { key });
  });
}

async function saying(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof KithError)) throw error;
    showToast({ message: error.message });
  }
}
