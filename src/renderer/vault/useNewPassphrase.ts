import { useState } from 'react';
import { PASSPHRASE_MIN } from '../../shared/models/passphrase.ts';

export type NewPassphrase = ReturnType<typeof useNewPassphrase>;

/** A passphrase typed twice. It complains only once asked to `check`, and no longer than it must. */
export function useNewPassphrase() {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isShort = first.length < PASSPHRASE_MIN;
  const isDifferent = first !== second;
  return {
    first,
    second,
    setFirst,
    setSecond,
    firstError: isChecked && isShort ? `Please use at least ${PASSPHRASE_MIN} characters.` : undefined,
    secondError: isChecked && !isShort && isDifferent ? 'The two are not the same.' : undefined,
    check: () => {
      setChecked(true);
      return !isShort && !isDifferent;
    },
  };
}
