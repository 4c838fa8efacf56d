import { useQueryClient } from '@tanstack/react-query';
import type { JournalInput } from '../../shared/contract/index.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { sayTimeOfDay } from '../../shared/rules/sayTime.ts';
import { askJournal, useJournal } from '../journal-client/index.ts';
import { sayMinutes } from '../today/sayBudget.ts';
import { CheckField } from '../ui/CheckField.tsx';
import { Select } from '../ui/Select.tsx';
import { showToast } from '../ui/toasts.ts';
import { Section } from './Section.tsx';
import styles from './TimeForPeople.module.css';

/** How much time there is for people in a week, and whether Kith speaks up once a day. */
export function TimeForPeople() {
  const [settings, change] = useSettings();
  return (
    <Section title="Time for people">
      <p>Today never asks for more of your week than you say you have. What does not fit can wait.</p>
      {settings && <Choices settings={settings} onChange={change} />}
    </Section>
  );
}

interface ChoicesProps {
  readonly settings: Settings;
  readonly onChange: (changes: JournalInput<'settings.update'>) => void;
}

function Choices({ settings: { weekMinutes, digestHour, privateNotifications }, onChange }: ChoicesProps) {
  return (
    <>
      <div className={styles['row']}>
        <Select
          label="Time in a week"
          value={`${weekMinutes}`}
          options={weekOptions(weekMinutes)}
          onChange={(value) => onChange({ weekMinutes: Number(value) })}
          className={styles['choice'] ?? ''}
        />
        <Select
          label="One notification a day"
          value={digestHour === null ? 'never' : `${digestHour}`}
          options={hourOptions}
          onChange={(value) => onChange({ digestHour: value === 'never' ? null : Number(value) })}
          className={styles['choice'] ?? ''}
        />
      </div>
      {digestHour !== null && (
        <div className={styles['private']}>
          <CheckField
            isSelected={privateNotifications}
            onChange={(isPrivate) => onChange({ privateNotifications: isPrivate })}
          >
            Private notifications
          </CheckField>
          <p className={styles['means']}>{sayPrivate(privateNotifications)}</p>
        </div>
      )}
    </>
  );
}

function sayPrivate(isPrivate: boolean): string {
  return isPrivate
    ? 'They say for how many people there is something, and no names.'
    : 'They name up to three people, and this computer may show that to whoever looks at it, and remember it. While the journal is locked they never say a name.';
}

const weeks = [0, 30, 60, 90, 120, 180, 240, 300, 420, 600];

function weekOptions(chosen: number): readonly { readonly value: string; readonly label: string }[] {
  const all = weeks.includes(chosen) ? weeks : [...weeks, chosen].sort((a, b) => a - b);
  return all.map((minutes) => ({ value: `${minutes}`, label: sayWeek(minutes) }));
}

function sayWeek(minutes: number): string {
  if (minutes === 0) return 'None';
  if (minutes === 30) return 'Half an hour';
  const words = sayMinutes(minutes);
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

const hourOptions = [
  { value: 'never', label: 'None' },
  ...Array.from({ length: 24 }, (_, hour) => ({
    value: `${hour}`,
    label: `At ${sayTimeOfDay(`${String(hour).padStart(2, '0')}:00`)}`,
  })),
];

function useSettings(): readonly [Settings | undefined, ChoicesProps['onChange']] {
  const client = useQueryClient();
  const { data } = useJournal('settings.get', {});
  const change: ChoicesProps['onChange'] = (changes) => {
    askJournal('settings.update', changes)
      .catch(() => showToast({ message: 'That could not be changed.' }))
      .finally(() => client.invalidateQueries({ queryKey: ['settings.get'] }));
  };
  return [data, change];
}
