import { useMemo } from 'react';
import styles from './Differences.module.css';
import { markChanges, type Stretch } from './markChanges.ts';
import type { Part } from './parts.ts';

export interface DifferencesProps {
  /** The earlier version. */
  readonly then: readonly Part[];
  /** The same parts as they are now. */
  readonly now: readonly Part[];
  /** Mark what is another now. Without it the earlier version is read as it was. */
  readonly isMarked: boolean;
}

/** An earlier version, with what is another now marked: what stood only there, and what came since. */
export function Differences({ then, now, isMarked }: DifferencesProps) {
  const shown = then
    .map((part, i) => ({ label: part.label, before: part.text, after: now[i]?.text ?? '' }))
    // Of what is the same as now only the words, which come first, are worth reading again.
    .filter(({ before, after }, i) => (isMarked ? before !== after || i === 0 : before !== ''));
  return (
    <dl className={styles['parts']}>
      {shown.map(({ label, before, after }) => (
        <div key={label} className={styles['part']}>
          <dt className={styles['label']}>{label}</dt>
          <dd className={styles['text']} data-part={label}>
            {isMarked ? <Marked then={before} now={after} /> : before}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Marked({ then, now }: { readonly then: string; readonly now: string }) {
  const stretches = useMemo(() => withPlaces(markChanges(then, now)), [then, now]);
  if (stretches === null) {
    return (
      <>
        <span className={styles['hint']}>This was written anew. As it was then:</span>
        {then}
      </>
    );
  }
  return stretches.map(({ is, text, at }) => {
    if (is === 'both') return <span key={at}>{text}</span>;
    return is === 'then' ? (
      <mark key={at} className={styles['then']}>
        <span className="visually-hidden">only then: </span>
        {text}
        <span className="visually-hidden">, </span>
      </mark>
    ) : (
      <del key={at} className={styles['now']}>
        <span className="visually-hidden">only now: </span>
        {text}
        <span className="visually-hidden">, </span>
      </del>
    );
  });
}

/** Where each stretch begins, which tells it from the others. */
function withPlaces(stretches: readonly Stretch[] | null) {
  let at = 0;
  return (
    stretches?.map((stretch) => {
      const placed = { ...stretch, at: `${stretch.is} ${at}` };
      at += stretch.text.length;
      return placed;
    }) ?? null
  );
}
