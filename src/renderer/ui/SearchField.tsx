import type { Ref } from 'react';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Input,
  Label,
} from 'react-aria-components';
import { classes } from './classes.ts';
import field from './field.module.css';
import { Icon } from './Icon.tsx';
import styles from './SearchField.module.css';

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'children' | 'style'> {
  /** For screen readers; the magnifying glass says it to others. */
  readonly label: string;
  readonly placeholder?: string;
  readonly size?: 'm' | 'l';
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly className?: string;
}

/** Where one types to find. Escape empties it. */
export function SearchField(given: SearchFieldProps) {
  const { label, placeholder, size = 'm', inputRef, className, ...props } = given;
  return (
    <AriaSearchField {...props} className={classes(styles['search'], styles[size], className)}>
      <Label className="visually-hidden">{label}</Label>
      <span className={styles['glass']}>
        <Icon name="search" size={size === 'l' ? 20 : 17} />
      </span>
      <Input
        className={classes(field['input'], styles['input'])}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
      />
      <Button className={styles['clear'] ?? ''}>
        <Icon name="close" size={15} />
      </Button>
    </AriaSearchField>
  );
}
