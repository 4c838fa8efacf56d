import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { PersonFields } from './personFields.ts';
import styles from './RhythmField.module.css';

export interface RhythmFieldProps {
  readonly rhythm: PersonFields['rhythm'];
  readonly onChange: (rhythm: PersonFields['rhythm']) => void;
  readonly errorMessage: string | undefined;
}

const choices = [
  { value: 'circle', label: 'That of their circle' },
  { value: 'own', label: 'One of their own' },
] as const;

/** How often to turn to somebody: as their circle says, or as is right for them. */
export function RhythmField({ rhythm, onChange, errorMessage }: RhythmFieldProps) {
  return (
    <div className={styles['row']}>
      <Select
        label="Rhythm"
        value={rhythm === null ? 'circle' : 'own'}
        onChange={(choice) => onChange(choice === 'own' ? { floorDays: '14', ceilingDays: '60' } : null)}
        options={choices}
      />
      {rhythm && (
        <>
          <TextField
            label="Not sooner than, in days"
            value={rhythm.floorDays}
            onChange={(floorDays) => onChange({ ...rhythm, floorDays })}
            errorMessage={errorMessage}
            className={styles['days'] ?? ''}
            inputMode="numeric"
          />
          <TextField
            label="Not later than, in days"
            value={rhythm.ceilingDays}
            onChange={(ceilingDays) => onChange({ ...rhythm, ceilingDays })}
            className={styles['days'] ?? ''}
            inputMode="numeric"
          />
        </>
      )}
    </div>
  );
}
