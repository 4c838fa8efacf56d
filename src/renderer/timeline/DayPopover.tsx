import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import styles from './DayPopover.module.css';

export interface DayPopoverProps {
  /** Names it to a screen reader. */
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly placement?: 'bottom start' | 'bottom end';
  readonly children: ReactNode;
}

/** A small sheet at a button on which a day is chosen. */
export function DayPopover(props: DayPopoverProps) {
  const { label, trigger, isOpen, onOpenChange, placement = 'bottom start', children } = props;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <Popover className={styles['popover'] ?? ''} offset={6} placement={placement}>
        <Dialog aria-label={label} className={styles['dialog'] ?? ''}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
