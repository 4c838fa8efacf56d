import { useState } from 'react';
import { sayPartialDate } from '../../shared/rules/partialDates.ts';
import { readTypedDate } from '../../shared/rules/typedDates.ts';
import { localNow } from '../composer/localNow.ts';
import { TextField } from '../ui/TextField.tsx';

export interface TypedDateFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** A date in the user's words. */
  readonly words: string;
  readonly onChange: (words: string) => void;
  readonly errorMessage?: string | undefined;
  readonly className?: string;
}

/** A date of which not everything need be known, typed in words. Says how it was understood, or why it was not. */
export function TypedDateField({ words, onChange, errorMessage, ...field }: TypedDateFieldProps) {
  const [wasLeft, setLeft] = useState(false);
  const typed = words.trim() === '' ? null : readTypedDate(words, localNow());
  const said = typed && 'date' in typed ? sayPartialDate(typed.date) : '';
  const problem = wasLeft && typed && 'problem' in typed ? typed.problem : undefined;
  return (
    <TextField
      {...field}
      placeholder="17 May, May 1984, 1984…"
      value={words}
      onChange={(text) => {
        setLeft(false);
        onChange(text);
      }}
      onBlur={() => setLeft(true)}
      errorMessage={errorMessage ?? problem}
      description={said !== '' && said !== words.trim() ? said : undefined}
    />
  );
}
