import type { Ref } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Label,
  Text,
} from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './field.module.css';

export interface TextAreaProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly description?: string | undefined;
  readonly errorMessage?: string | undefined;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
  readonly className?: string;
}

/** Several lines to type into, in the serif of the journal. */
export function TextArea(given: TextAreaProps) {
  const { label, hideLabel, description, errorMessage, placeholder, rows, inputRef, className, ...props } =
    given;
  return (
    <AriaTextField
      {...props}
      isInvalid={props.isInvalid ?? Boolean(errorMessage)}
      className={classes(styles['field'], className)}
    >
      <Label className={hideLabel ? 'visually-hidden' : styles['label']}>{label}</Label>
      <AriaTextArea
        className={classes(styles['input'], styles['area'])}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(rows === undefined ? {} : { rows })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      {description && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{errorMessage}</FieldError>
    </AriaTextField>
  );
}
