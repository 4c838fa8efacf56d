import { Button, type ButtonProps, Tooltip, TooltipTrigger } from 'react-aria-components';
import { classes } from './classes.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './IconButton.module.css';

export interface IconButtonProps
  extends Omit<ButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  /** Said to screen readers, and shown on hover and focus. */
  readonly label: string;
  readonly icon: IconName;
  readonly size?: 's' | 'm';
  readonly className?: string;
}

export function IconButton({ label, icon, size = 'm', className, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      <Button {...props} aria-label={label} className={classes(styles['button'], styles[size], className)}>
        <Icon name={icon} size={size === 's' ? 16 : 19} />
      </Button>
      <Tooltip className={styles['tooltip'] ?? ''} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
