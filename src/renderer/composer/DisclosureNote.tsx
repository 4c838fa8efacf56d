import { Button as AriaButton } from 'react-aria-components';
import { type Disclosure, disclosureNames } from '../../shared/rules/disclosures/findDisclosures.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './DisclosureNote.module.css';

export interface DisclosureNoteProps {
  readonly disclosure: Disclosure | null;
  /** Shows where it stands. */
  readonly onShow: () => void;
  /** It may stay. */
  readonly onSettle: () => void;
}

/** Asks once whether a number or an address is meant to be written down. It never stands in the way of saving. */
export function DisclosureNote({ disclosure, onShow, onSettle }: DisclosureNoteProps) {
  return (
    <div role="status" className={styles['place']}>
      {disclosure && (
        <span className={styles['note']}>
          <Icon name="lock" size={15} />
          <span>
            <AriaButton className={styles['show'] ?? ''} onPress={onShow}>
              This looks like {disclosureNames[disclosure.kind]}.
            </AriaButton>{' '}
            Is it meant to stay here?
          </span>
          <Button variant="plain" size="s" onPress={onSettle}>
            It may stay
          </Button>
        </span>
      )}
    </div>
  );
}
