import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  /** `primary`: the one thing to do here. `quiet`: outlined. `plain`: words only. `danger`: deletes. */
  readonly variant?: 'primary' | 'quiet' | 'plain' | 'danger';
  readonly size?: 's' | 'm' | 'l';
  readonly icon?: IconName;
  /** For layout only. */
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children?: ReactNode;
}

export function Button({ variant = 'quiet', size = 'm', icon, className, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={classes(styles['button'], styles[variant], styles[size], className)}>
      {icon && <Icon name={icon} size={size === 's' ? 16 : 18} />}
      {children}
    </AriaButton>
  );
}
