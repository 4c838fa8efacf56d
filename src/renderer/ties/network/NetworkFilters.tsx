import { CircleSelect } from '../../people/CircleSelect.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './NetworkPage.module.css';
import type { NetworkFilter } from './networkModel.ts';

export interface NetworkFiltersProps {
  readonly filter: NetworkFilter;
  readonly groups: readonly string[];
  readonly onChange: (filter: NetworkFilter) => void;
}

/** Stands for “every group”, which a select cannot hold as `null`. */
const EVERY = '';

/** Narrows the picture to a circle, and to a group where there are groups. */
export function NetworkFilters({ filter, groups, onChange }: NetworkFiltersProps) {
  return (
    <div className={styles['filters']}>
      <CircleSelect
        label="Circle"
        hideLabel
        size="s"
        none="Every circle"
        value={filter.circleId}
        onChange={(circleId) => onChange({ ...filter, circleId })}
      />
      {groups.length > 0 && (
        <Select
          label="Group"
          hideLabel
          size="s"
          value={filter.group ?? EVERY}
          onChange={(group) => onChange({ ...filter, group: group === EVERY ? null : group })}
          options={[
            { value: EVERY, label: 'Every group' },
            ...groups.map((group) => ({ value: group, label: group })),
          ]}
        />
      )}
    </div>
  );
}
