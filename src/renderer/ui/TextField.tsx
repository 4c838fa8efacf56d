import type { Ref } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './field.module.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  /** Keep the label for screen readers only, where the place says what is meant. */
  readonly hideLabel?: boolean;
  readonly description?: string | undefined;
  readonly errorMessage?: string | undefined;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
}

/** One line to type into. An `errorMessage` makes it invalid. */
export function TextField(given: TextFieldProps) {
  const { label, hideLabel, description, errorMessage, placeholder, inputRef, className, ...props } = given;
  return (
    <AriaTextField
      {...props}
      isInvalid={props.isInvalid ?? Boolean(errorMessage)}
      className={classes(styles['field'], className)}
    >
      <Label className={hideLabel ? 'visually-hidden' : styles['label']}>{label}</Label>
      <Input
        className={styles['input'] ?? ''}
        {...(placeholder === undefined ? {} : { placeholder })}
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
