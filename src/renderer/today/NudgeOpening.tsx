import { useState } from 'react';
import { askDesktop } from '../journal-client/ask.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './NudgeOpening.module.css';

/** Words to begin with, and a button that copies them. */
export function NudgeOpening({ text }: { readonly text: string }) {
  const [told, setTold] = useState('');
  const copy = () =>
    askDesktop('desktop.copyText', { text }).then(
      () => setTold('Copied'),
      () => setTold('It could not be copied'),
    );
  return (
    <div className={styles['opening']}>
      <p className={styles['text']}>
        <bdi>{text}</bdi>
      </p>
      <span role="status" className={styles['told']}>
        {told}
      </span>
      <IconButton label="Copy these words" icon="copy" size="s" onPress={() => void copy()} />
    </div>
  );
}
