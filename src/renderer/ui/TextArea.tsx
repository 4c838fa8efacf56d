import type { Ref } from 'react';
import { TextArea as AriaTextArea } from 'react-aria-components';
import { classes } from './classes.ts';
import { FieldFrame, type FieldFrameProps } from './FieldFrame.tsx';
import styles from './field.module.css';

export interface TextAreaProps extends FieldFrameProps {
  readonly placeholder?: string;
  readonly rows?: number;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines to type into, in the serif of the journal. */
export function TextArea({ placeholder, rows, inputRef, ...frame }: TextAreaProps) {
  return (
    <FieldFrame {...frame}>
      <AriaTextArea
        className={classes(styles['input'], styles['area'])}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(rows === undefined ? {} : { rows })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
    </FieldFrame>
  );
}
