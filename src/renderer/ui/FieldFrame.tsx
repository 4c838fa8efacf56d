import type { ReactNode } from 'react';
import { FieldError, Label, Text, TextField, type TextFieldProps } from 'react-aria-components';
import { classes } from './classes.ts';
import styles from './field.module.css';

/** What every field to type into has besides the input itself. */
export interface FieldFrameProps extends Omit<TextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string;
  /** Keep the label for screen readers only, where the place says what is meant. */
  readonly hideLabel?: boolean;
  readonly description?: string | undefined;
  /** Makes the field invalid. */
  readonly errorMessage?: string | undefined;
  readonly className?: string;
}

/** A label above an input, and what there is to say about it below. */
export function FieldFrame(given: FieldFrameProps & { readonly children: ReactNode }) {
  const { label, hideLabel, description, errorMessage, className, children, ...props } = given;
  return (
    <TextField
      {...props}
      isInvalid={props.isInvalid ?? Boolean(errorMessage)}
      className={classes(styles['field'], className)}
    >
      <Label className={hideLabel ? 'visually-hidden' : styles['label']}>{label}</Label>
      {children}
      {description && (
        <Text slot="description" className={styles['description'] ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles['error'] ?? ''}>{errorMessage}</FieldError>
    </TextField>
  );
}
