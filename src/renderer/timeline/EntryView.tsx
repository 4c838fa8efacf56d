import { memo, type ReactNode } from 'react';
import { type Entry, idsOf } from '../../shared/models/entry.ts';
import { callName } from '../../shared/models/person.ts';
import { findMentions } from '../../shared/rules/mentions.ts';
import { findTags, foldTag } from '../../shared/rules/tags.ts';
import { EntryFacts } from '../facts/EntryFacts.tsx';
import { wordsOf } from '../facts/remember/selectedWords.ts';
import { EntryPromises } from '../promises/EntryPromises.tsx';
import { Button } from '../ui/Button.tsx';
import { ChannelIcon } from '../ui/ChannelIcon.tsx';
import { Chip } from '../ui/Chip.tsx';
import { channelNames } from '../ui/channels.ts';
import { Markdown } from '../ui/Markdown.tsx';
import styles from './EntryView.module.css';
import { openingOf } from './openingOf.ts';

export interface EntryViewProps {
  readonly entry: Entry;
  /** Show a long body from its beginning, with a way to read on. Without it the body is whole. */
  readonly clamp?: { readonly isOpen: boolean; readonly onOpen: () => void };
  /** Buttons at the right of the first line. */
  readonly actions?: ReactNode;
  /** Leave out this person where everything on the page is about them. */
  readonly withoutPerson?: string;
}

/** An entry as it is read: when, how and with whom in one quiet line, then the words. */
export const EntryView = memo(function EntryView({ entry, clamp, actions, withoutPerson }: EntryViewProps) {
  const opening = clamp && !clamp.isOpen ? openingOf(entry.body) : null;
  return (
    <>
      <header className={styles['meta']}>
        <span className={styles['channel']}>
          <ChannelIcon channel={entry.channel} size={17} silent />
          <span className={entry.channel === 'note' ? 'visually-hidden' : undefined}>
            {channelNames[entry.channel]}
          </span>
        </span>
        {entry.time && <time dateTime={`${entry.day}T${entry.time}`}>{entry.time}</time>}
        <PeopleWith entry={entry} withoutPerson={withoutPerson} />
        {actions && <span className={styles['actions']}>{actions}</span>}
      </header>
      {entry.title && <h3 className={styles['title']}>{entry.title}</h3>}
      {entry.body && (
        <div {...wordsOf(entry.id)}>
          <Markdown body={opening ?? entry.body} people={entry.people} />
        </div>
      )}
      {clamp && opening !== null && (
        <Button variant="plain" size="s" className={styles['readOn'] ?? ''} onPress={clamp.onOpen}>
          Read on
        </Button>
      )}
      {opening === null && <OtherTags entry={entry} />}
      <EntryPromises entry={entry} inList={clamp !== undefined} />
      <EntryFacts entryId={entry.id} />
    </>
  );
});

/** Those who took part, and those whom the words do not name: everybody else is read below. */
function PeopleWith({
  entry,
  withoutPerson,
}: {
  readonly entry: Entry;
  readonly withoutPerson: string | undefined;
}) {
  const named = new Set(findMentions(entry.body).map((mention) => mention.personId));
  const people = entry.people.filter((person) => person.id !== withoutPerson);
  const taking = people.filter((person) => person.role === 'with');
  const about = people.filter(
    (person) => person.role === 'mentioned' && !idsOf(person).some((id) => named.has(id)),
  );
  const begunBy = entry.people.find((person) => person.id === entry.begunBy);
  return (
    <>
      {taking.length > 0 && <PersonLinks word="with" people={taking} />}
      {about.length > 0 && <PersonLinks word="about" people={about} />}
      {entry.begunBy === 'me' && <span className={styles['begun']}>you began</span>}
      {begunBy && <span className={styles['begun']}>{callName(begunBy)} began</span>}
    </>
  );
}

function PersonLinks({ word, people }: { readonly word: string; readonly people: Entry['people'] }) {
  return (
    <span className={styles['people']}>
      {word}{' '}
      {people.map((person, index) => (
        <span key={person.id}>
          {index > 0 && (index === people.length - 1 ? ' and ' : ', ')}
          <a href={`#/person/${person.id}`} title={person.name}>
            {callName(person)}
          </a>
        </span>
      ))}
    </span>
  );
}

/** The tags that the words do not show. */
function OtherTags({ entry }: { readonly entry: Entry }) {
  const shown = new Set(findTags(entry.body).map((found) => foldTag(found.tag)));
  const others = entry.tags.filter((tag) => !shown.has(foldTag(tag)));
  if (others.length === 0) return null;
  return (
    <ul aria-label="Tags" className={styles['tags']}>
      {others.map((tag) => (
        <li key={tag}>
          <Chip icon="tag" href={`#/search?q=${encodeURIComponent(`tag:${tag}`)}`}>
            {tag}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
