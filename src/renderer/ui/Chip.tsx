import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './Chip.module.css';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';

export interface ChipProps {
  readonly children: ReactNode;
  readonly icon?: IconName;
  /** A chip with `href` is a link, with `onPress` a button, else only words. */
  readonly href?: string;
  readonly onPress?: () => void;
  readonly isSelected?: boolean;
  /** Adds a small cross that takes it away. Say in `removeLabel` what goes. */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

/** A person, a tag, a filter: something small that stands for something. */
export function Chip({ children, icon, href, onPress, isSelected, onRemove, removeLabel }: ChipProps) {
  const look = classes(styles['chip'], isSelected && styles['selected'], onRemove && styles['removable']);
  const inside = (
    <>
      {icon && <Icon name={icon} size={14} />}
      <span className={styles['text']}>{children}</span>
    </>
  );
  if (href !== undefined) {
    return (
      <a href={href} className={classes(look, styles['live'])}>
        {inside}
      </a>
    );
  }
  if (onPress) {
    return (
      <Button
        className={classes(look, styles['live'])}
        onPress={onPress}
        {...(isSelected === undefined ? {} : { 'aria-pressed': isSelected })}
      >
        {inside}
      </Button>
    );
  }
  return (
    <span className={look}>
      {inside}
      {onRemove && (
        <Button aria-label={removeLabel ?? 'Remove'} className={styles['remove'] ?? ''} onPress={onRemove}>
          <Icon name="close" size={12} />
        </Button>
      )}
    </span>
  );
}
