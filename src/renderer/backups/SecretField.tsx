import type { KithError } from '../../shared/contract/errors.ts';
import { TextField } from '../ui/TextField.tsx';

export interface SecretFieldProps {
  readonly value: string;
  readonly onChange: (secret: string) => void;
  /** Why the last one was not taken. */
  readonly failure: KithError | null;
}

/** Where a passphrase is typed, or the recovery key. */
export function SecretField({ value, onChange, failure }: SecretFieldProps) {
  return (
    <TextField
      label="Passphrase or recovery key"
      type="password"
      autoComplete="current-password"
      value={value}
      onChange={onChange}
      errorMessage={failure?.message}
    />
  );
}
