import type { ReplyOwed } from '../../shared/contract/promises.ts';
import { callName } from '../../shared/models/person.ts';
import { saySentence } from '../../shared/rules/promises/saySentence.ts';
import { sayDay } from '../../shared/rules/sayTime.ts';
import { askToWrite } from '../app/writing.ts';
import { useJournal } from '../journal-client/index.ts';
import { PeopleLinks } from '../today/PeopleLinks.tsx';
import { Button } from '../ui/Button.tsx';
import { ChannelIcon } from '../ui/ChannelIcon.tsx';
import { Section } from '../ui/Section.tsx';
import { dismissReply } from './promiseActions.ts';
import styles from './RepliesOwed.module.css';

/** Who wrote and waits for an answer, newest first. Nothing where nobody does. */
export function RepliesOwed({ today }: { readonly today: string }) {
  const { data: owed = [] } = useJournal('replies.owed', {});
  if (owed.length === 0) return null;
  return (
    <Section title="Replies I owe">
      <ul aria-label="Replies I owe" className={styles['list']}>
        {owed.map((reply) => (
          <li key={reply.entryId}>
            <ReplyRow reply={reply} today={today} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ReplyRow({ reply, today }: { readonly reply: ReplyOwed; readonly today: string }) {
  const { person, entryId, day, channel, opening } = reply;
  const name = callName(person);
  const said = saySentence(opening);
  return (
    <article
      className={styles['row']}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: j and k move between what is owed, and their keys work on the focused one.
      tabIndex={0}
      data-reply={entryId}
      aria-label={`A reply to ${name}`}
    >
      <p className={styles['who']}>
        <span className={styles['channel']}>
          <ChannelIcon channel={channel} size={17} />
        </span>
        <span>
          <PeopleLinks people={[person]} /> wrote <a href={`#/entry/${entryId}`}>{sayDay(day, today)}</a>
        </span>
      </p>
      <div className={styles['foot']}>
        {said !== '' && <p className={styles['words']}>{said}</p>}
        <span className={styles['acts']}>
          <Button
            size="s"
            icon="pen"
            aria-label={`Write to ${name}`}
            onPress={() => askToWrite({ personId: person.id })}
          >
            Write
          </Button>
          <Button
            size="s"
            variant="plain"
            aria-label={`No reply needed: ${name}`}
            onPress={() => void dismissReply(person.id, entryId)}
          >
            No reply needed
          </Button>
        </span>
      </div>
    </article>
  );
}
