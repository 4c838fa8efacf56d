import { byComingRound, sayComingRound, sayPartialDate } from '../../shared/rules/partialDates.ts';
import { everybody, peopleHref } from '../people/peopleAddress.ts';
import { Chip } from '../ui/Chip.tsx';
import { useToday } from '../ui/useToday.ts';
import { dateNames } from './dateNames.ts';
import { HowYouMet } from './HowYouMet.tsx';
import styles from './PersonAbout.module.css';
import { PersonDetails } from './PersonDetails.tsx';
import type { PersonOnPage } from './PersonPage.tsx';

/** What is known of somebody beside their names: why they matter, how you met, their days, what they belong to. */
export function PersonAbout({ person }: { readonly person: PersonOnPage }) {
  const { intention, met, dates, languages, groups, tags, details } = person;
  const hasMet = met.on !== null || met.where !== '' || met.throughId !== null || met.entryId !== null;
  const hasList = dates.length > 0 || languages.length > 0 || groups.length > 0 || tags.length > 0;
  if (intention === '' && !hasMet && !hasList && details.length === 0) return null;
  return (
    <section aria-label="About" className={styles['about']}>
      {intention !== '' && (
        <blockquote className={styles['intention']} aria-label="Why you keep them in your life">
          <bdi>{intention}</bdi>
        </blockquote>
      )}
      {hasMet && <HowYouMet met={met} />}
      {hasList && (
        <dl className={styles['list']}>
          <Dates dates={dates} />
          {languages.length > 0 && (
            <div>
              <dt>{languages.length === 1 ? 'Language' : 'Languages'}</dt>
              <dd>
                <bdi>{languages.join(', ')}</bdi>
              </dd>
            </div>
          )}
          <Words name="Groups" words={groups} hrefOf={(group) => `#${peopleHref({ ...everybody, group })}`} />
          <Words name="Tags" words={tags} isTag hrefOf={(tag) => `#${peopleHref({ ...everybody, tag })}`} />
        </dl>
      )}
      {details.length > 0 && <PersonDetails details={details} />}
    </section>
  );
}

/** Those that come round soonest first. */
function Dates({ dates }: Pick<PersonOnPage, 'dates'>) {
  const today = useToday();
  return [...dates].sort(byComingRound(today)).map(({ kind, label, date }) => {
    const coming = sayComingRound({ kind, date }, today);
    return (
      <div key={`${kind} ${label} ${date}`}>
        <dt>
          <bdi>{label || dateNames[kind]}</bdi>
        </dt>
        <dd>
          {sayPartialDate(date)}
          {coming !== '' && <span className={styles['coming']}>{coming}</span>}
        </dd>
      </div>
    );
  });
}

interface WordsProps {
  readonly name: string;
  readonly words: readonly string[];
  readonly isTag?: boolean;
  /** Where the others are who have the same word. */
  readonly hrefOf: (word: string) => string;
}

function Words({ name, words, isTag = false, hrefOf }: WordsProps) {
  if (words.length === 0) return null;
  return (
    <div>
      <dt>{words.length === 1 ? name.replace(/s$/, '') : name}</dt>
      <dd className={styles['chips']}>
        {words.map((word) => (
          <Chip key={word} href={hrefOf(word)} {...(isTag ? { icon: 'tag' as const } : {})}>
            <bdi>{word}</bdi>
          </Chip>
        ))}
      </dd>
    </div>
  );
}
