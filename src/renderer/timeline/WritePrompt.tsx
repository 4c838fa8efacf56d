import type { Ref } from 'react';
import { Button } from 'react-aria-components';
import { hideMarks } from '../../shared/rules/marks.ts';
import { sayMentions } from '../../shared/rules/mentions.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './WritePrompt.module.css';

export interface WritePromptProps {
  /** What was begun and left, if anything was. */
  readonly draft: string | null;
  readonly onWrite: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

const LETTERS_SHOWN = 120;

/** The next blank line of the journal, or the one that was left half written. */
export function WritePrompt({ draft, onWrite, ref }: WritePromptProps) {
  const begun =
    draft === null
      ? ''
      : hideMarks(sayMentions(draft.slice(0, LETTERS_SHOWN * 3)))
          .trim()
          .slice(0, LETTERS_SHOWN);
  return (
    <Button
      className={styles['prompt'] ?? ''}
      aria-label={draft === null ? 'Write a new entry' : 'Go on writing'}
      onPress={onWrite}
      {...(ref ? { ref } : {})}
    >
      <Icon name="pen" size={18} />
      <span className={begun ? styles['begun'] : styles['words']}>{begun || 'What passed between you?'}</span>
      {draft !== null && <span className={styles['hint']}>Go on writing</span>}
      <Kbd keys="n" />
    </Button>
  );
}
