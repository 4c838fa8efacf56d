import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { type MarkKind, markKinds } from '../../shared/rules/markKinds.ts';
import { markWords } from '../../shared/rules/markWords.ts';
import { Button } from '../ui/Button.tsx';
import menu from '../ui/Menu.module.css';
import styles from './MarkMenu.module.css';

export interface MarkMenuProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onMark: (kind: MarkKind) => void;
}

/** Says what the sentence at the caret tells of: the same as typing `!` and a word. */
export function MarkMenu({ isOpen, onOpenChange, onMark }: MarkMenuProps) {
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button variant="plain" size="s" aria-label="Mark what the sentence tells of">
        Mark
      </Button>
      <Popover className={menu['popover'] ?? ''} offset={4} placement="top start">
        <Menu aria-label="What the sentence tells of" className={menu['list'] ?? ''}>
          {markKinds.map((kind) => (
            <MenuItem
              key={kind}
              id={kind}
              textValue={markWords[kind].meaning}
              onAction={() => onMark(kind)}
              className={menu['item'] ?? ''}
            >
              <span className={menu['text']}>{markWords[kind].meaning}</span>
              <span className={styles['word']}>!{kind}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
