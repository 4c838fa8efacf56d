import type { Evidence } from '../../shared/models/nudge.ts';
import { isPartialDate } from '../../shared/models/partialDate.ts';
import { hideMarks } from '../../shared/rules/marks.ts';
import { replaceMentions } from '../../shared/rules/mentions.ts';
import { sayPartialDate } from '../../shared/rules/partialDates.ts';
import { sayDay } from '../../shared/rules/sayTime.ts';
import styles from './NudgeEvidence.module.css';

/** The words that a nudge rests on, each with when it was written and the way to where it stands. */
export function NudgeEvidence({
  evidence,
  today,
}: {
  readonly evidence: readonly Evidence[];
  readonly today: string;
}) {
  return evidence.map((one) => {
    const href = hrefOf(one);
    const when = one.day === null ? 'What you noted' : sayDay(one.day, today);
    return (
      <blockquote key={`${href} ${one.quote}`} className={styles['quote']}>
        <p className={styles['words']}>
          <bdi>“{sayQuote(one.quote)}”</bdi>
        </p>{' '}
        <footer className={styles['where']}>{href === null ? when : <a href={href}>{when}</a>}</footer>
      </blockquote>
    );
  });
}

/** The words as they read: mentions as names, a bare date as one says it. */
function sayQuote(quote: string): string {
  return isPartialDate(quote)
    ? sayPartialDate(quote)
    : hideMarks(replaceMentions(quote, ({ name }) => name)).trim();
}

/** Where the words stand; null where there is no page of its own for them. */
function hrefOf({ source }: Evidence): string | null {
  switch (source.kind) {
    case 'entry':
      return `#/entry/${source.entryId}`;
    case 'person':
      return `#/person/${source.personId}`;
    case 'shelf':
      return '#/shelf';
    case 'fact':
    case 'promise':
      return source.entryId === null ? null : `#/entry/${source.entryId}`;
  }
}
