// biome-ignore-all lint/a11y/useSemanticElements: a virtual list can’t be a <table>, whose rows must all exist.
// biome-ignore-all lint/a11y/useFocusableInteractive: rows take the focus, their cells do not.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid hears the keys of all rows.
import { memo, useState } from 'react';
import type { PersonRow } from '../../shared/models/person.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import styles from './PeopleGrid.module.css';
import { sayLastTalk, sayNext } from './personTimes.ts';

export interface PeopleGridRowProps {
  /** Undefined while it is read. */
  readonly row: PersonRow | undefined;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly isActive: boolean;
  readonly today: string;
  readonly circleName: (circleId: string) => string;
  readonly onOpen: (row: PersonRow, index: number) => void;
  readonly onRemove: (row: PersonRow) => void;
  readonly onFocus: (index: number) => void;
  readonly isChosen: boolean;
  /** Whether anybody is chosen. */
  readonly isChoosing: boolean;
  readonly onChoose: (row: PersonRow, index: number, isRange: boolean) => void;
}

export const PeopleGridRow = memo(function PeopleGridRow(props: PeopleGridRowProps) {
  const { row, index, top, isActive, isChosen, isChoosing, onOpen, onFocus, onChoose } = props;
  // The menu is made for the row in use only: dozens of them would be felt while scrolling.
  const [wasPointedAt, setPointedAt] = useState(false);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={row === undefined}
      data-index={index}
      tabIndex={isActive ? 0 : -1}
      className={classes(styles['row'], isChosen && styles['chosen'], isChoosing && styles['choosing'])}
      aria-selected={isChosen}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={(event) => {
        // Choosing a stretch is not marking text.
        if (event.shiftKey) event.preventDefault();
      }}
      onClick={(event) => {
        if (!row) return;
        const { shiftKey, ctrlKey, metaKey } = event;
        if (shiftKey || ctrlKey || metaKey) onChoose(row, index, shiftKey);
        else onOpen(row, index);
      }}
      onFocus={() => onFocus(index)}
      onPointerEnter={() => setPointedAt(true)}
    >
      {row ? (
        <Cells {...props} row={row} hasMenu={isActive || wasPointedAt} />
      ) : (
        <div role="gridcell" className={styles['waiting']} />
      )}
    </div>
  );
});

interface CellsProps extends PeopleGridRowProps {
  readonly row: PersonRow;
  readonly hasMenu: boolean;
}

function Cells(props: CellsProps) {
  const { row, index, today, circleName, isChosen, onChoose } = props;
  const next = sayNext(row, today);
  const alsoCalled = [row.preferredName, ...row.nicknames].filter((name) => name !== '' && name !== row.name);
  return (
    <>
      <div role="gridcell" className={styles['cell']} onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          className={styles['choose']}
          aria-label={`Choose ${row.name}`}
          tabIndex={-1}
          checked={isChosen}
          // Also by the keys of the row; see useGridKeys.
          onChange={() => undefined}
          onClick={(event) => onChoose(row, index, event.shiftKey)}
        />
      </div>
      <div role="rowheader" className={styles['cell']}>
        <Avatar id={row.id} name={row.name} photoId={row.photoId} />
        <span className={styles['names']}>
          <bdi className={styles['name']} title={row.name}>
            {row.name}
          </bdi>
          {alsoCalled.length > 0 && <bdi className={styles['also']}>{alsoCalled.join(', ')}</bdi>}
        </span>
      </div>
      <div role="gridcell" className={styles['cell']}>
        {row.circleId !== null && <span className={styles['quiet']}>{circleName(row.circleId)}</span>}
      </div>
      <div role="gridcell" className={styles['cell']}>
        <span className={row.lastTalk === null ? styles['faint'] : styles['quiet']}>
          {sayLastTalk(row, today)}
        </span>
      </div>
      <div role="gridcell" className={styles['cell']}>
        {next && <span className={next.isOverdue ? styles['overdue'] : styles['quiet']}>{next.words}</span>}
      </div>
      <div role="gridcell" className={styles['cell']} onClick={(event) => event.stopPropagation()}>
        {props.hasMenu && <RowMenu {...props} />}
      </div>
    </>
  );
}

function RowMenu({ row, index, isActive, onOpen, onRemove }: CellsProps) {
  return (
    <Menu
      label={`What you can do with ${row.name}`}
      trigger={
        <IconButton
          label={`More about ${row.name}`}
          icon="more"
          size="s"
          className={styles['more'] ?? ''}
          excludeFromTabOrder={!isActive}
        />
      }
      actions={[
        { id: 'open', label: 'Open', icon: 'person', onAction: () => onOpen(row, index) },
        { id: 'remove', label: 'Delete', icon: 'trash', danger: true, onAction: () => onRemove(row) },
      ]}
    />
  );
}
