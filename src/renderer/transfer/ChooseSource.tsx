import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ChooseSource.module.css';
import { chooseSource } from './importWork.ts';
import { Notice } from './Notice.tsx';

export interface ChooseSourceProps {
  /** Why the last attempt came to nothing. */
  readonly notice: string | null;
  /** Whether something is being held over the window. */
  readonly isDragging: boolean;
}

/** The place to drop a folder on, with buttons for those who would rather choose. */
export function ChooseSource({ notice, isDragging }: ChooseSourceProps) {
  return (
    <>
      {notice && <Notice>{notice}</Notice>}
      <div className={classes(styles['place'], isDragging && styles['dragging'])}>
        <Icon name="bringIn" size={28} />
        <p className={styles['words']}>
          {isDragging
            ? 'Let go to see what is in it.'
            : 'A folder of Markdown notes, such as a vault of Obsidian or Logseq, or a zip of one. Drop it here, or choose it.'}
        </p>
        <div className={styles['buttons']}>
          <Button variant="primary" icon="folder" onPress={() => void chooseSource('folder')}>
            Choose a folder
          </Button>
          <Button icon="box" onPress={() => void chooseSource('file')}>
            Choose a zip file
          </Button>
        </div>
        <p className={styles['promise']}>
          First you see what was found. Nothing is changed before you say so, and an import can be taken back
          as a whole.
        </p>
      </div>
    </>
  );
}
