import { useEffect, useRef } from 'react';
import type { ImportPreview } from '../../shared/contract/transfer.ts';
import {
  capitalise,
  sayCount,
  sayEntries,
  sayPeople,
  sayPeopleAndEntries,
} from '../../shared/rules/sayCounts.ts';
import { sayDateBriefly } from '../../shared/rules/sayTime.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { useToday } from '../ui/useToday.ts';
import { FileNotices } from './FileNotices.tsx';
import styles from './PreviewedImport.module.css';

export interface PreviewedImportProps {
  readonly preview: ImportPreview;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

/** What an import would do, before it does it. */
export function PreviewedImport({ preview, onImport, onCancel }: PreviewedImportProps) {
  const { counts, sourceName, warnings, skipped } = preview;
  const hasNews = counts.newPeople > 0 || counts.newEntries > 0;
  const heading = useRef<HTMLHeadingElement>(null);
  // What was waited for is where one goes on reading.
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['sheet']}>
      <h3 ref={heading} tabIndex={-1} className={styles['title']}>
        {hasNews ? `“${sourceName}” brings` : `There is nothing new in “${sourceName}”`}
      </h3>
      {hasNews && <News preview={preview} />}
      <Known counts={counts} />
      {preview.samplePeople.length > 0 && <SamplePeople people={preview.samplePeople} />}
      {preview.sampleEntries.length > 0 && <SampleEntries entries={preview.sampleEntries} />}
      <FileNotices
        title={sayCount(warnings.length, 'thing to look at', 'things to look at')}
        notices={warnings}
      />
      <FileNotices
        title={`${sayCount(counts.skippedFiles, 'file', 'files')} left out, and why`}
        notices={skipped}
      />
      <div className={styles['buttons']}>
        {hasNews && (
          <Button variant="primary" size="l" onPress={onImport}>
            Import
          </Button>
        )}
        <Button variant="plain" size="l" onPress={onCancel}>
          {hasNews ? 'Not now' : 'Choose something else'}
        </Button>
      </div>
    </div>
  );
}

function News({ preview: { counts, span } }: { readonly preview: ImportPreview }) {
  const today = useToday();
  const days = span && `from ${sayDateBriefly(span.first, today)} to ${sayDateBriefly(span.last, today)}`;
  return (
    <ul className={styles['facts']}>
      {counts.newPeople > 0 && <li>{capitalise(sayPeople(counts.newPeople))}</li>}
      {counts.newEntries > 0 && (
        <li>
          {capitalise(sayEntries(counts.newEntries))}
          {days && <span className={styles['aside']}>, {days}</span>}
        </li>
      )}
      {counts.mentions > 0 && (
        <li>{capitalise(sayCount(counts.mentions, 'mention', 'mentions'))} of people</li>
      )}
    </ul>
  );
}

function Known({ counts }: Pick<ImportPreview, 'counts'>) {
  const { knownPeople, knownEntries } = counts;
  if (knownPeople === 0 && knownEntries === 0) return null;
  const verb = knownPeople + knownEntries === 1 ? 'is' : 'are';
  return (
    <p className={styles['known']}>
      {capitalise(sayPeopleAndEntries(knownPeople, knownEntries))} {verb} in your journal already, and will
      stay as they are.
    </p>
  );
}

function SamplePeople({ people }: { readonly people: ImportPreview['samplePeople'] }) {
  return (
    <div>
      <h4 className={styles['label']}>Named most</h4>
      <ul className={styles['chips']}>
        {people.map(({ name, mentions }, i) => (
          // Two people may have one name.
          <li key={`${name} ${people.slice(0, i).filter((other) => other.name === name).length}`}>
            <Chip>
              {name} <span className={styles['count']}>{mentions.toLocaleString('en')}</span>
            </Chip>
          </li>
        ))}
      </ul>
    </div>
  );
}

function SampleEntries({ entries }: { readonly entries: ImportPreview['sampleEntries'] }) {
  const today = useToday();
  return (
    <div>
      <h4 className={styles['label']}>The first entries</h4>
      <ol className={styles['entries']}>
        {entries.map(({ day, title, opening }, i) => (
          <li key={`${day} ${entries.slice(0, i).filter((other) => other.day === day).length}`}>
            <time dateTime={day}>{sayDateBriefly(day, today)}</time>
            <p>
              {title && <strong>{title}. </strong>}
              {opening}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
