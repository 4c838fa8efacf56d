import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './SearchPage.module.css';
import type { ShownAnswer } from './useSearchAnswer.ts';

export interface NothingFoundProps {
  readonly answer: ShownAnswer;
  readonly onWrite: (text: string) => void;
}

/** Nothing was found: says what could help, most likely help first. */
export function NothingFound({ answer, onWrite }: NothingFoundProps) {
  const { didYouMean, askedText, parts } = answer;
  const words = withoutFilters(askedText, parts);
  const hasPhrase = parts.some((part) => part.kind === 'phrase');
  return (
    <div className={styles['nothing']}>
      <EmptyState
        title="Nothing found"
        action={
          <>
            {didYouMean !== null && (
              <Button variant="primary" onPress={() => onWrite(didYouMean)}>
                Search for {didYouMean}
              </Button>
            )}
            {words !== '' && words !== askedText.trim() && (
              <Button onPress={() => onWrite(words)}>Search everywhere for {words}</Button>
            )}
            {hasPhrase && (
              <Button onPress={() => onWrite(askedText.replaceAll(/["“”„«»]/g, ''))}>In any order</Button>
            )}
          </>
        }
      >
        <p>
          Nothing in your journal has all of this in it. Fewer words find more, and the beginning of a word is
          enough.
        </p>
      </EmptyState>
    </div>
  );
}

/** The words of a query without its filters. */
function withoutFilters(text: string, parts: ShownAnswer['parts']): string {
  return parts
    .filter((part) => part.kind === 'word' || part.kind === 'phrase')
    .map((part) => text.slice(part.from, part.to))
    .join(' ');
}
