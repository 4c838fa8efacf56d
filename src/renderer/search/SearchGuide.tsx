import styles from './SearchGuide.module.css';

export interface SearchExample {
  readonly query: string;
  readonly meaning: string;
}

/** Every way to narrow a search, in the words of somebody who looks for something. */
const examples: readonly SearchExample[] = [
  { query: 'dinner music', meaning: 'entries with both words, or words that begin so' },
  { query: '"a good journey"', meaning: 'these words, in this order' },
  { query: 'with:', meaning: 'entries that somebody took part in' },
  { query: 'about:', meaning: 'entries that name somebody, present or not' },
  { query: 'from:', meaning: 'what somebody began: their call, their letter' },
  { query: 'channel:letter', meaning: 'only letters; also in person, call, message…' },
  { query: 'after:2020-05 before:2021', meaning: 'between two days, months or years' },
  { query: 'on:"last month"', meaning: 'a day, a month or a year' },
  { query: 'circle:', meaning: 'entries with people of a circle' },
  { query: 'tag:', meaning: 'entries with a tag' },
  { query: 'tea OR milk', meaning: 'with one word or the other' },
  { query: 'tea -milk', meaning: 'with one word and without the other' },
];

export interface SearchGuideProps {
  readonly onTry: (query: string) => void;
}

/** Before anything is typed: what can be found here, and how. */
export function SearchGuide({ onTry }: SearchGuideProps) {
  return (
    <section className={styles['guide']} aria-labelledby="search-guide">
      <h2 id="search-guide" className={styles['title']}>
        Find anybody, and anything that was written
      </h2>
      <p className={styles['lead']}>
        Type a word or a name, even half of it. Capitals and accents do not matter, and names forgive a typing
        mistake. These narrow it down; press one to try it.
      </p>
      <ul className={styles['examples']}>
        {examples.map(({ query, meaning }) => (
          <li key={query}>
            <button type="button" className={styles['example']} onClick={() => onTry(query)}>
              <code className={styles['query']}>{query}</code>
              <span className={styles['meaning']}>{meaning}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
