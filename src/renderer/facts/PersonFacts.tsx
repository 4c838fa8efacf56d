import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { FactWithSource } from '../../shared/contract/facts.ts';
import { facets } from '../../shared/models/fact.ts';
import { callName } from '../../shared/models/person.ts';
import { facetNames } from '../../shared/rules/facts/sayFact.ts';
import { isTrueOn } from '../../shared/rules/facts/succession.ts';
import { useJournal } from '../journal-client/index.ts';
import { usePageKeys } from '../timeline/usePageKeys.ts';
import { Button } from '../ui/Button.tsx';
import { showToast } from '../ui/toasts.ts';
import { useToday } from '../ui/useToday.ts';
import { FactGaps } from './FactGaps.tsx';
import { FactList } from './FactList.tsx';
import { addFact } from './factActions.ts';
import { type FactFields, noFields, type WrittenFact } from './fieldsOfFact.ts';
import styles from './PersonFacts.module.css';

// Finding dates in what is typed takes a library that reading needs nothing of.
const FactForm = lazy(async () => ({ default: (await import('./FactForm.tsx')).FactForm }));

/** What the form at the foot begins with; `guesses` where nothing is said yet. */
interface Adding {
  readonly key: number;
  readonly label: string;
  readonly initial: FactFields;
  readonly guesses: boolean;
}

/** What is known of somebody, by facet, with where it comes from; how it was; and what to be curious about. */
export function PersonFacts({ personId }: { readonly personId: string }) {
  const { data: facts } = useJournal('facts.list', { personId });
  const { data: person } = useJournal('people.get', { id: personId });
  const today = useToday();
  const { adding, ask, again, setAside, opener } = useAdding();
  usePageKeys({ f: () => ask() });
  if (!facts || !person) return null;
  const name = callName(person);
  const save = async (fact: WrittenFact) => {
    const failed = await addFact(personId, fact, `Remembered about ${name}.`);
    if (failed === null) again();
    return failed;
  };
  const present = facts.filter((fact) => isTrueOn(fact, today));
  const past = facts.filter((fact) => !isTrueOn(fact, today)).sort(byEnd);
  return (
    <section className={styles['facts']} aria-label={`What you know of ${name}`}>
      {present.length > 0 && <ByFacet facts={present} today={today} />}
      {past.length > 0 && (
        <details className={styles['history']}>
          <summary>How it was ({past.length})</summary>
          <FactList facts={past} today={today} isTrue={false} label="How it was" />
        </details>
      )}
      {adding ? (
        <Suspense>
          <FactForm
            key={adding.key}
            label={adding.label}
            initial={adding.initial}
            guesses={adding.guesses}
            {...(adding.guesses
              ? { placeholder: 'Works at …, plays the viola, birthday on 3 May' }
              : { showLabel: true })}
            saveLabel="Remember"
            onSave={save}
            onCancel={setAside}
          />
        </Suspense>
      ) : (
        <>
          <Button
            ref={opener}
            variant="plain"
            size="s"
            icon="plus"
            className={styles['add'] ?? ''}
            onPress={() => ask()}
          >
            Add something you know of {name}
          </Button>
          <FactGaps
            person={person}
            facts={facts}
            today={today}
            onAnswer={({ facet, label, question }) =>
              ask({ label: question, initial: { ...noFields, facet, label }, guesses: false })
            }
          />
        </>
      )}
    </section>
  );
}

/** The form at the foot: open or not. After saving what was typed freely it is there for the next. */
function useAdding() {
  const [adding, setAdding] = useState<Adding | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // Focus would be lost with the form.
    if (wasOpen.current && !adding) opener.current?.focus();
    wasOpen.current = adding !== null;
  }, [adding]);
  const free = { label: 'What to remember', initial: noFields, guesses: true };
  const ask = (start: Omit<Adding, 'key'> = free) =>
    setAdding((last) => ({ key: (last?.key ?? 0) + 1, ...start }));
  return {
    adding,
    opener,
    ask,
    again: () => (adding?.guesses === false ? setAdding(null) : ask()),
    /** Closes the form; what was typed can be had back, as it was typed. */
    setAside: (typed: FactFields) => {
      setAdding(null);
      if (adding === null || typed.text.trim() === '') return;
      const initial = adding.guesses ? { ...noFields, facet: typed.facet, text: typed.text } : typed;
      showToast({
        message: 'What you typed was set aside.',
        action: { label: 'Undo', onPress: () => ask({ label: adding.label, initial, guesses: false }) },
      });
    },
  };
}

function ByFacet({ facts, today }: { readonly facts: readonly FactWithSource[]; readonly today: string }) {
  return (
    <dl className={styles['facets']}>
      {facets
        .map((facet) => ({ facet, own: facts.filter((fact) => fact.facet === facet) }))
        .filter(({ own }) => own.length > 0)
        .map(({ facet, own }) => (
          <div key={facet} className={styles['facet']}>
            <dt className={styles['name']}>{facetNames[facet]}</dt>
            <dd className={styles['own']}>
              <FactList facts={own} today={today} isTrue label={facetNames[facet]} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function byEnd(a: FactWithSource, b: FactWithSource): number {
  const [x, y] = [a.retiredOn ?? '', b.retiredOn ?? ''];
  return x < y ? 1 : x > y ? -1 : 0;
}
