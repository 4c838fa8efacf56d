import type { Nudge } from '../../shared/models/nudge.ts';
import { askToWrite } from '../app/writing.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuAction } from '../ui/Menu.tsx';
import styles from './NudgeActs.module.css';
import { actOnNudge } from './nudgeActions.ts';
import { SnoozeButton } from './SnoozeButton.tsx';

export interface NudgeActsProps {
  readonly nudge: Nudge;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly isDaily: boolean;
}

/** What one can do about a nudge. Nothing here is a debt: leaving it alone is one of the ways. */
export function NudgeActs({ nudge, today, isDaily }: NudgeActsProps) {
  const [person] = nudge.people;
  const whom = person?.name ?? '';
  return (
    <div className={styles['acts']}>
      <Button
        size="s"
        icon="pen"
        onPress={() => askToWrite(person ? { personId: person.id } : {})}
        aria-label={`Write an entry with ${whom}`}
      >
        Write
      </Button>
      <Button
        size="s"
        icon="check"
        aria-label={`Done: ${whom}`}
        onPress={() => void actOnNudge(nudge, 'done')}
      >
        Done
      </Button>
      <SnoozeButton
        whom={whom}
        today={today}
        onSnooze={(until) => void actOnNudge(nudge, 'snoozed', until)}
      />
      {isDaily && (
        <Button
          size="s"
          variant="plain"
          aria-label={`Swap ${whom} for somebody else`}
          onPress={() => void actOnNudge(nudge, 'swapped')}
        >
          Swap
        </Button>
      )}
      <Menu
        label={`More about this, for ${whom}`}
        trigger={<IconButton label={`More about this, for ${whom}`} icon="more" size="s" />}
        actions={moreActions(nudge, isDaily)}
      />
    </div>
  );
}

function moreActions(nudge: Nudge, isDaily: boolean): readonly MenuAction[] {
  const skip: MenuAction = {
    id: 'skip',
    label: 'Not today',
    icon: 'clock',
    onAction: () => void actOnNudge(nudge, 'skipped'),
  };
  const never: MenuAction = {
    id: 'never',
    label: 'Not this one',
    icon: 'close',
    onAction: () => void actOnNudge(nudge, 'notThis'),
  };
  return isDaily ? [skip, never] : [never];
}
