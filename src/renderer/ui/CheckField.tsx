import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './CheckField.module.css';
import { Icon } from './Icon.tsx';

export interface CheckFieldProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

/** Something that holds or does not. */
export function CheckField({ children, isSelected, onChange }: CheckFieldProps) {
  return (
    <Checkbox isSelected={isSelected} onChange={onChange} className={styles['check'] ?? ''}>
      <span className={styles['box']}>{isSelected && <Icon name="check" size={16} />}</span>
      <span>{children}</span>
    </Checkbox>
  );
}
