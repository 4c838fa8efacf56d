import { Button as AriaButton } from 'react-aria-components';
import type { DateWords } from '../../shared/rules/dateWords.ts';
import { sayDayHeading } from '../timeline/sayDayHeading.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useToday } from '../ui/useToday.ts';
import styles from './DateOffer.module.css';

export interface DateOfferProps {
  readonly offer: DateWords | null;
  readonly onTake: () => void;
  readonly onTurnDown: () => void;
}

/** Offers the date that the words say. It never takes it unasked, and never stands in the way of typing on. */
export function DateOffer({ offer, onTake, onTurnDown }: DateOfferProps) {
  const today = useToday();
  const day = offer && sayDayHeading(offer.day, today);
  return (
    <div role="status" className={styles['place']}>
      {offer && (
        <span className={styles['offer']}>
          <AriaButton className={styles['take'] ?? ''} onPress={onTake}>
            Set the date to {day === 'Today' || day === 'Yesterday' ? day.toLowerCase() : day}
            {offer.time && `, ${offer.time}`}? <Kbd keys="Tab" />
          </AriaButton>
          <IconButton size="s" icon="close" label="Keep the date as it is" onPress={onTurnDown} />
        </span>
      )}
    </div>
  );
}
