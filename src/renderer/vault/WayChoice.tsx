import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './WayChoice.module.css';

export type Way = 'passphrase' | 'thisComputer';

export interface WayChoiceProps {
  readonly way: Way;
  readonly onChoose: (way: Way) => void;
  /** Why this computer cannot open it, or null if it can. */
  readonly whyNotThisComputer: string | null;
}

/** How a new journal opens every day, with what that protects against and what not. */
export function WayChoice({ way, onChoose, whyNotThisComputer }: WayChoiceProps) {
  return (
    <RadioGroup
      value={way}
      onChange={(value) => onChoose(value === 'thisComputer' ? 'thisComputer' : 'passphrase')}
      className={styles['group'] ?? ''}
    >
      <Label className="visually-hidden">How it opens</Label>
      <Radio value="passphrase" className={styles['way'] ?? ''}>
        <span className={styles['name']}>With a passphrase</span>
        <span className={styles['what']}>
          Nobody reads it who does not know the passphrase, even with the whole computer in their hands.
        </span>
      </Radio>
      <Radio value="thisComputer" isDisabled={whyNotThisComputer !== null} className={styles['way'] ?? ''}>
        <span className={styles['name']}>By this computer, without asking</span>
        <span className={styles['what']}>
          {whyNotThisComputer ??
            'Copied files and a stolen disk tell nothing, but whoever sits here while you are logged in can read it.'}
        </span>
      </Radio>
      <p className={styles['what']}>
        Either way you get a recovery key for the day you need it, and you can change your mind in the
        settings.
      </p>
    </RadioGroup>
  );
}
