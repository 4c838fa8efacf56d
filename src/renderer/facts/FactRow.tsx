import type { FactWithSource } from '../../shared/contract/facts.ts';
import { sayRetired } from '../../shared/rules/facts/sayFact.ts';
import { isSameLine } from '../../shared/rules/facts/succession.ts';
import { fold } from '../../shared/rules/fold.ts';
import { sayComingRound, sayPartialDate } from '../../shared/rules/partialDates.ts';
import { sayDay } from '../../shared/rules/sayTime.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import quiet from '../ui/QuietRow.module.css';
import styles from './FactRow.module.css';
import { removeFact, retireFact } from './factActions.ts';

export interface FactRowProps {
  readonly fact: FactWithSource;
  readonly today: string;
  readonly isTrue: boolean;
  readonly onEdit: () => void;
}

/** One fact as it is read, with where it comes from and what can be done about it. */
export function FactRow({ fact, today, isTrue, onEdit }: FactRowProps) {
  return (
    <div className={quiet['row']}>
      <div className={styles['words']}>
        {isTrue ? (
          <Present fact={fact} today={today} />
        ) : (
          <p className={styles['past']}>{sayRetired(fact)}</p>
        )}
        <Source fact={fact} today={today} />
      </div>
      <Menu
        label={`What you can do with “${shorten(fact.text)}”`}
        trigger={<IconButton label={`More about “${shorten(fact.text)}”`} icon="more" size="s" />}
        actions={[
          { id: 'edit', label: 'Edit', icon: 'pen', onAction: onEdit },
          isTrue
            ? {
                id: 'retire',
                label: 'No longer true',
                icon: 'clock',
                onAction: () => void retireFact(fact, today),
              }
            : {
                id: 'true',
                label: 'True again',
                icon: 'undo',
                onAction: () => void retireFact(fact, null),
              },
          {
            id: 'remove',
            label: 'Delete',
            icon: 'trash',
            danger: true,
            onAction: () => void removeFact(fact),
          },
        ]}
      />
    </div>
  );
}

function Present({ fact, today }: { readonly fact: FactWithSource; readonly today: string }) {
  const when = sayWhen(fact, today);
  return (
    <p className={styles['present']}>
      {fact.label !== '' && !says(fact.text, fact.label) && (
        <span className={styles['label']}>
          <bdi>{fact.label}</bdi>{' '}
        </span>
      )}
      <bdi className={styles['text']}>{fact.text}</bdi>
      {when !== '' && <span className={styles['when']}> {when}</span>}
    </p>
  );
}

/** When it was learned; a way to the entry, and its words where they say more. */
function Source({ fact, today }: { readonly fact: FactWithSource; readonly today: string }) {
  const learned = `learned ${sayDay(fact.learnedOn, today).replace(/,.*$/, '')}`;
  const saysMore = fact.quote !== '' && fold(fact.quote).trim() !== fold(fact.text).trim();
  return (
    <p className={styles['source']}>
      {fact.entryId !== null && fact.entryDay !== null ? (
        <a href={`#/entry/${fact.entryId}`}>{learned}</a>
      ) : (
        <span>{learned}</span>
      )}
      {fact.batchId !== null && fact.entryId === null && <span>, from an import</span>}
      {saysMore && (
        <q className={styles['quote']} title={fact.quote}>
          {fact.quote}
        </q>
      )}
    </p>
  );
}

/** “since March 2024” of what holds for one at a time, else the date itself; of a day to remember, when it comes round. */
function sayWhen(fact: FactWithSource, today: string): string {
  const { facet, date, text } = fact;
  if (date === null) return '';
  const said = sayPartialDate(date);
  const isSaid = says(text, said) || says(text, said.replace(/ \d{4}$/, ''));
  if (facet === 'dates') {
    const comesRound = date.startsWith('--') || isSameLine(fact, fact);
    const next = sayComingRound({ kind: fact.label === 'birthday' ? 'birthday' : 'other', date }, today);
    return [...(isSaid ? [] : [said]), ...(comesRound && next !== '' ? [next] : [])].join(', ');
  }
  if (isSaid) return '';
  return isSameLine(fact, fact) && !date.startsWith('--') ? `since ${said}` : said;
}

/** Whether some words are in the text already, so that nobody reads them twice. */
function says(text: string, words: string): boolean {
  return fold(text).includes(fold(words));
}

function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39).trimEnd()}…`;
}
