// biome-ignore-all lint/a11y/useFocusableInteractive: the field keeps the focus and points here.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the field hears the keys.
import { classes } from '../ui/classes.ts';
import styles from './CompletionList.module.css';
import type { Completion, CompletionOption } from './completion.ts';

export interface CompletionListProps {
  readonly id: string;
  readonly options: Completion['options'];
  readonly active: number | null;
  /** Pixels from the left edge of the field. */
  readonly left: number;
  readonly onChoose: (option: CompletionOption) => void;
}

/** The id of an option, for `aria-activedescendant`. */
export function completionOptionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** What could stand where the caret is. The field keeps the focus. */
export function CompletionList({ id, options, active, left, onChoose }: CompletionListProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="What could stand here"
      className={styles['list']}
      style={{ left }}
    >
      {options.map((option, index) => (
        <div
          key={option.text}
          id={completionOptionId(id, index)}
          role="option"
          aria-selected={index === active}
          className={classes(styles['option'], index === active && styles['active'])}
          // A press would take the focus from the field before it is a click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
        >
          <bdi className={styles['label']}>{option.label}</bdi>
          {option.detail !== '' && <bdi className={styles['detail']}>{option.detail}</bdi>}
        </div>
      ))}
    </div>
  );
}
