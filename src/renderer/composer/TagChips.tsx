import { Chip } from '../ui/Chip.tsx';
import styles from './TagChips.module.css';

export interface TagChipsProps {
  /** Tags that the text does not show. */
  readonly tags: readonly string[];
  readonly onRemove: (tag: string) => void;
}

/** Tags that an entry has beside those in its text. */
export function TagChips({ tags, onRemove }: TagChipsProps) {
  if (tags.length === 0) return null;
  return (
    <ul aria-label="Tags" className={styles['tags']}>
      {tags.map((tag) => (
        <li key={tag}>
          <Chip icon="tag" onRemove={() => onRemove(tag)} removeLabel={`Remove the tag ${tag}`}>
            {tag}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
