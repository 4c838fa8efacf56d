import { IconButton } from '../ui/IconButton.tsx';
import styles from './PersonForm.module.css';

export interface RowToolsProps {
  /** What the line holds, for its buttons to say: “Move Countess up”. */
  readonly what: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Moves a line of a form, or takes it out. */
export function RowTools({ what, isFirst, isLast, onMove, onRemove }: RowToolsProps) {
  return (
    <div className={styles['tools']}>
      <IconButton
        label={`Move ${what} up`}
        icon="chevronUp"
        size="s"
        isDisabled={isFirst}
        onPress={() => onMove(-1)}
      />
      <IconButton
        label={`Move ${what} down`}
        icon="chevronDown"
        size="s"
        isDisabled={isLast}
        onPress={() => onMove(1)}
      />
      <IconButton label={`Remove ${what}`} icon="close" size="s" onPress={onRemove} />
    </div>
  );
}
