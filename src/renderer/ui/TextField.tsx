import type { Ref } from 'react';
import { Input } from 'react-aria-components';
import { FieldFrame, type FieldFrameProps } from './FieldFrame.tsx';
import styles from './field.module.css';

export interface TextFieldProps extends FieldFrameProps {
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line to type into. */
export function TextField({ placeholder, inputRef, ...frame }: TextFieldProps) {
  return (
    <FieldFrame {...frame}>
      <Input
        className={styles['input'] ?? ''}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
    </FieldFrame>
  );
}
