import type { Exchange } from '../../shared/models/exchange.ts';
import { saySentence } from '../../shared/rules/promises/saySentence.ts';
import { sayDay } from '../../shared/rules/sayTime.ts';
import { PeopleLinks } from '../today/PeopleLinks.tsx';
import styles from './ExchangeLine.module.css';
import { ThankButton } from './ThankButton.tsx';

export interface ExchangeLineProps {
  readonly exchange: Exchange;
  readonly today: string;
  /** Leave out this person where everything on the page is about them. */
  readonly withoutPerson?: string;
}

/** What passed, in the words of its entry; who, when, and for kind words whether they were thanked for. */
export function ExchangeLine({ exchange, today, withoutPerson }: ExchangeLineProps) {
  const { kind, quote, day, entryId, thankedOn } = exchange;
  const people = exchange.people.filter(({ id }) => id !== withoutPerson);
  return (
    <div className={styles['line']}>
      <p className={styles['quote']}>
        <bdi>{sayQuote(quote)}</bdi>
      </p>
      <div className={styles['foot']}>
        <p className={styles['circumstances']}>
          {people.length > 0 && (
            <span>
              {withoutPerson !== undefined && 'also '}
              <PeopleLinks people={people} />
            </span>
          )}
          <a href={`#/entry/${entryId}`}>{sayDay(day, today)}</a>
          {thankedOn !== null && <span>thanked {thankedOn === day ? 'then' : sayDay(thankedOn, today)}</span>}
        </p>
        {kind === 'kind' && thankedOn === null && <ThankButton people={exchange.people} />}
      </div>
    </div>
  );
}

/** What begins as a quotation needs no other marks around it. */
function sayQuote(quote: string): string {
  const words = saySentence(quote);
  if (words === '') return 'An entry without words';
  return /^[“"„«]/u.test(words) ? words : `“${words}”`;
}
