import { wantedTerms } from '../../../shared/search/ftsQuery.ts';
import type { JournalContext } from '../context.ts';
import type { Plan } from './planQuery.ts';
import { spellingOf } from './termsHolding.ts';
import { isKnownTerm } from './weighWord.ts';

/** The query with the words that the journal does not have spelt as it has them; null if there is nothing to offer. */
export function didYouMean({ db }: JournalContext, text: string, { clauses }: Plan): string | null {
  let meant = text;
  // From the end, so that the offsets before stay true.
  for (const { words, prefix } of wantedTerms(clauses).toReversed()) {
    for (const [i, word] of [...words.entries()].reverse()) {
      const open = prefix && i === words.length - 1;
      if (word.alone || isKnownTerm(db, word.text, open)) continue;
      const spelling = spellingOf(db, word.text, open);
      if (spelling === null) continue;
      meant = meant.slice(0, word.from) + spelling + meant.slice(word.to);
    }
  }
  return meant === text ? null : meant;
}
