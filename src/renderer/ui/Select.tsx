import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { classes } from './classes.ts';
import field from './field.module.css';
import { Icon } from './Icon.tsx';
import menu from './Menu.module.css';
import styles from './Select.module.css';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
}

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: readonly SelectOption<T>[];
  readonly size?: 's' | 'm';
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** One of a handful. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel, value, onChange, options, size = 'm', isDisabled = false, className } = props;
  return (
    <AriaSelect
      className={classes(field['field'], className)}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen) onChange(chosen.value);
      }}
      isDisabled={isDisabled}
    >
      <Label className={hideLabel ? 'visually-hidden' : field['label']}>{label}</Label>
      <Button className={classes(styles['button'], styles[size])}>
        <SelectValue className={styles['value'] ?? ''} />
        <Icon name="chevronDown" size={16} />
      </Button>
      <Popover className={menu['popover'] ?? ''} offset={4}>
        <ListBox
          className={menu['list'] ?? ''}
          items={options.map((option) => ({ id: option.value, ...option }))}
        >
          {(option) => (
            <ListBoxItem className={menu['item'] ?? ''} textValue={option.label}>
              {({ isSelected }) => (
                <>
                  <span className={menu['text']}>{option.label}</span>
                  {isSelected && <Icon name="check" size={16} />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
