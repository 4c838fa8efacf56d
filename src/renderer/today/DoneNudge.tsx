import type { Nudge, NudgeAct } from '../../shared/models/nudge.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './DoneNudge.module.css';
import { takeBackAct } from './nudgeActions.ts';
import { PeopleLinks } from './PeopleLinks.tsx';

const words: Readonly<Record<NudgeAct, string>> = {
  done: 'done',
  skipped: 'not today',
  swapped: 'swapped',
  snoozed: 'later',
  notThis: 'not this one',
};

/** One of the three that needs nothing more today. */
export function DoneNudge({ nudge, act }: { readonly nudge: Nudge; readonly act: NudgeAct }) {
  const name = `${nudge.people.map((person) => person.name).join(', ')}: ${words[act]}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields.
    <div className={styles['done']} role="group" aria-label={name} data-nudge={nudge.key} tabIndex={-1}>
      <Icon name={act === 'done' ? 'check' : 'clock'} size={18} />
      <p className={styles['words']}>
        <PeopleLinks people={nudge.people} />: {words[act]}
      </p>
      <Button variant="plain" size="s" onPress={() => void takeBackAct(nudge.key)}>
        Take that back
      </Button>
    </div>
  );
}
