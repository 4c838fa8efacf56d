import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { classes } from './classes.ts';
import field from './field.module.css';
import menu from './Menu.module.css';

export interface ComboFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What may be meant; any other words can be typed as well. Those that hold what is typed are offered. */
  readonly options: readonly string[];
  readonly placeholder?: string;
  readonly errorMessage?: string | undefined;
  readonly className?: string | undefined;
}

/** One line to type into, which offers words that were used before. */
export function ComboField(props: ComboFieldProps) {
  const { label, hideLabel, value, onChange, options, placeholder, errorMessage, className } = props;
  return (
    <ComboBox
      className={classes(field['field'], className)}
      inputValue={value}
      onInputChange={onChange}
      defaultItems={options.map((text) => ({ id: text, text }))}
      allowsCustomValue
      menuTrigger="input"
      isInvalid={Boolean(errorMessage)}
    >
      <Label className={hideLabel ? 'visually-hidden' : field['label']}>{label}</Label>
      <Input className={field['input'] ?? ''} {...(placeholder === undefined ? {} : { placeholder })} />
      <FieldError className={field['error'] ?? ''}>{errorMessage}</FieldError>
      <Popover className={menu['popover'] ?? ''} offset={4}>
        <ListBox className={menu['list'] ?? ''}>
          {({ id, text }: { readonly id: string; readonly text: string }) => (
            <ListBoxItem id={id} textValue={text} className={menu['item'] ?? ''}>
              {text}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
