import { saySentence } from '../../shared/rules/promises/saySentence.ts';
import styles from './PromiseQuote.module.css';

/** The words that made a promise. */
export function PromiseQuote({ sentence }: { readonly sentence: string }) {
  return (
    <p className={styles['quote']}>
      <bdi>“{saySentence(sentence)}”</bdi>
    </p>
  );
}
