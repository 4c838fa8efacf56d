import { useRef } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { goTo } from '../app/hashPlace.ts';
import { Icon } from '../ui/Icon.tsx';
import menu from '../ui/Menu.module.css';
import styles from './DotMenu.module.css';
import type { PlacedPerson, PlacedRing } from './ringLayout.ts';

export interface DotMenuProps {
  readonly placed: PlacedPerson;
  /** The dot that it opens at, and that takes the focus back. */
  readonly dot: HTMLElement;
  readonly rings: readonly PlacedRing[];
  readonly onMove: (person: PlacedPerson['person'], to: string | null) => void;
  readonly onClose: () => void;
}

/** What one can do with somebody in the picture: read their page, or move them. */
export function DotMenu({ placed, dot, rings, onMove, onClose }: DotMenuProps) {
  const at = useRef(dot);
  const { person, circleId } = placed;
  return (
    <Popover
      isOpen
      triggerRef={at}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={menu['popover'] ?? ''}
      offset={4}
    >
      <Menu
        aria-label={`What you can do with ${person.name}`}
        autoFocus="first"
        className={menu['list'] ?? ''}
        onClose={onClose}
      >
        <MenuItem
          className={menu['item'] ?? ''}
          textValue="Open"
          onAction={() => goTo(`/person/${person.id}`)}
        >
          <Icon name="person" size={17} />
          <span className={menu['text']}>{`Open ${person.name}`}</span>
        </MenuItem>
        <MenuSection>
          <Header className={styles['header'] ?? ''}>Move to</Header>
          {[...rings.map(({ circleId: id, name }) => ({ id: id as string | null, name })), none].map(
            ({ id, name }) => (
              <MenuItem
                key={id}
                className={menu['item'] ?? ''}
                textValue={name}
                isDisabled={id === circleId}
                onAction={() => onMove(person, id)}
              >
                <span className={menu['text']}>{name}</span>
              </MenuItem>
            ),
          )}
        </MenuSection>
      </Menu>
    </Popover>
  );
}

const none = { id: null, name: 'No circle' };
