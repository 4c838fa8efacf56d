import { Fragment } from 'react';
import styles from './Highlighted.module.css';

export interface HighlightedProps {
  readonly text: string;
  /** Half-open ranges of UTF-16 offsets, in order, not touching. Ranges outside the text are cut to it. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** Text with what was searched for marked, as with a pen. */
export function Highlighted({ text, ranges }: HighlightedProps) {
  return (
    <>
      {ranges.map(([from, to], at) => (
        <Fragment key={from}>
          {text.slice(ranges[at - 1]?.[1] ?? 0, from)}
          <mark className={styles['mark']}>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}
