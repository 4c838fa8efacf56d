import { TextField } from '../ui/TextField.tsx';
import { sayLength } from './passphrase.ts';
import { useCapsLock } from './useCapsLock.ts';
import type { NewPassphrase } from './useNewPassphrase.ts';

export interface NewPassphraseFieldsProps {
  readonly form: NewPassphrase;
  readonly label?: string;
  /** What went wrong with the whole. */
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}

/** The two fields of a new passphrase, and what its length says. */
export function NewPassphraseFields({
  form,
  label = 'Passphrase',
  error,
  autoFocus = false,
}: NewPassphraseFieldsProps) {
  const capsLock = useCapsLock();
  return (
    <>
      <TextField
        label={label}
        type="password"
        autoComplete="new-password"
        autoFocus={autoFocus}
        value={form.first}
        onChange={form.setFirst}
        errorMessage={form.firstError}
        description={capsLock.isOn ? 'Caps lock is on.' : sayLength(form.first)}
        {...capsLock.listeners}
      />
      <TextField
        label="The same again"
        type="password"
        autoComplete="new-password"
        value={form.second}
        onChange={form.setSecond}
        errorMessage={form.secondError ?? error}
        {...capsLock.listeners}
      />
    </>
  );
}
