import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Chip } from './Chip.tsx';
import field from './field.module.css';
import menu from './Menu.module.css';
import styles from './WordField.module.css';

export interface WordFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly words: readonly string[];
  readonly onChange: (words: readonly string[]) => void;
  /** What was used before; any other words can be typed as well. */
  readonly options: readonly string[];
  /** What becomes of what was typed: it may not be a word of this kind yet. Empty adds nothing. */
  readonly clean?: (typed: string) => string;
  readonly errorMessage?: string | undefined;
}

/** What was pasted with more parts than this is no list of words. */
const MANY = 200;

const trim = (typed: string) => typed.trim();

/**
 * Words, each a chip. Enter or a comma adds what was typed, and so does leaving the field; Backspace in an empty field
 * takes the last one back to be changed.
 */
export function WordField(props: WordFieldProps) {
  const { label, description, placeholder, words, onChange, options, clean = trim, errorMessage } = props;
  const [typed, setTyped] = useState('');
  const messages = useId();
  const input = useRef<HTMLInputElement>(null);
  const remove = (word: string) => {
    onChange(words.filter((other) => other !== word));
    input.current?.focus();
  };
  const same = (a: string, b: string) => a.toLocaleLowerCase() === b.toLocaleLowerCase();
  const add = (...more: readonly string[]) => {
    const fresh = more.map(clean).filter((word) => word !== '');
    const all = [...words];
    for (const word of fresh) if (!all.some((other) => same(other, word))) all.push(word);
    if (all.length > words.length) onChange(all);
    setTyped('');
  };
  const type = (text: string) => {
    const parts = text.split(/[,;\n]/u);
    if (parts.length > 1 && parts.length <= MANY) add(...parts);
    else setTyped(text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isChoosing = event.currentTarget.getAttribute('aria-activedescendant');
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !isChoosing && typed.trim() !== '') {
      event.preventDefault();
      event.stopPropagation();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && words.length > 0) {
      event.preventDefault();
      setTyped(words.at(-1) ?? '');
      onChange(words.slice(0, -1));
    }
  };
  // With nothing typed nothing is offered: the list would cover what comes next.
  const offered = options.filter(
    (option) =>
      typed.trim() !== '' &&
      option.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()) &&
      !words.some((word) => same(word, option)),
  );
  return (
    <div className={field['field']}>
      <ComboBox
        className={field['field'] ?? ''}
        inputValue={typed}
        onInputChange={type}
        items={offered.slice(0, 30).map((text) => ({ id: text, text }))}
        selectedKey={null}
        onSelectionChange={(key) => {
          if (typeof key === 'string') add(key);
        }}
        onBlur={() => typed.trim() !== '' && add(typed)}
        allowsCustomValue
        menuTrigger="input"
        isInvalid={errorMessage !== undefined}
      >
        <Label className={field['label'] ?? ''}>{label}</Label>
        <Input
          ref={input}
          className={field['input'] ?? ''}
          onKeyDownCapture={onKeyDown}
          aria-describedby={messages}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
        <Popover className={menu['popover'] ?? ''} offset={4}>
          <ListBox className={menu['list'] ?? ''}>
            {({ id, text }: { readonly id: string; readonly text: string }) => (
              <ListBoxItem id={id} textValue={text} className={menu['item'] ?? ''}>
                <bdi>{text}</bdi>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      {words.length > 0 && (
        <ul className={styles['words']} aria-label={label}>
          {words.map((word) => (
            <li key={word} className={styles['word']}>
              <Chip onRemove={() => remove(word)} removeLabel={`Take ${word} away`}>
                <bdi>{word}</bdi>
              </Chip>
            </li>
          ))}
        </ul>
      )}
      {(errorMessage ?? description) !== undefined && (
        <p id={messages} className={field[errorMessage === undefined ? 'description' : 'error']}>
          {errorMessage ?? description}
        </p>
      )}
    </div>
  );
}
