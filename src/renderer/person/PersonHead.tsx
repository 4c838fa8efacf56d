import { callName } from '../../shared/models/person.ts';
import { sayCount } from '../../shared/rules/sayCounts.ts';
import { sayNumber } from '../../shared/rules/sayTime.ts';
import { goTo } from '../app/hashPlace.ts';
import { askToWrite } from '../app/writing.ts';
import { useJournalMutation } from '../journal-client/index.ts';
import { CircleSelect } from '../people/CircleSelect.tsx';
import { sayLastTalk, sayNext } from '../people/personTimes.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { sayError } from '../ui/telling.ts';
import { useToday } from '../ui/useToday.ts';
import { ContactWays } from './ContactWays.tsx';
import styles from './PersonHead.module.css';
import type { PersonOnPage } from './PersonPage.tsx';

export interface PersonHeadProps {
  readonly person: PersonOnPage;
  readonly onEdit: () => void;
  readonly onHistory: () => void;
  readonly onRemove: () => void;
}

/** Who somebody is, above what was written about them. */
export function PersonHead({ person, onEdit, onHistory, onRemove }: PersonHeadProps) {
  const name = callName(person);
  return (
    <div className={styles['head']}>
      <a href="#/people" className={styles['back']}>
        <Icon name="arrowLeft" size={15} />
        People
      </a>
      <header className={styles['who']}>
        <Avatar id={person.id} name={person.name} photoId={person.photoId} size="xl" />
        <div className={styles['words']}>
          <h1 className={styles['name']} tabIndex={-1}>
            <bdi>{person.name}</bdi>
          </h1>
          <CalledToo person={person} />
        </div>
      </header>
      <div className={styles['actions']}>
        <Button variant="primary" icon="pen" onPress={() => askToWrite({ personId: person.id })}>
          <span className={styles['actionName']}>Write about {name}</span>
        </Button>
        <Button onPress={onEdit}>Edit</Button>
        <Menu
          label={`What you can do with ${name}`}
          trigger={<IconButton label="More" icon="more" />}
          actions={[
            { id: 'history', label: 'Earlier versions', icon: 'clock', onAction: onHistory },
            {
              id: 'merge',
              label: 'Make one with somebody',
              icon: 'people',
              onAction: () => goTo(`/merge/${person.id}`),
            },
            { id: 'remove', label: 'Delete', icon: 'trash', danger: true, onAction: onRemove },
          ]}
        />
      </div>
      <Times person={person} />
      {person.contactWays.length > 0 && <ContactWays ways={person.contactWays} />}
    </div>
  );
}

/** What they are called, how it is said, and what they were called before. */
function CalledToo({ person }: { readonly person: PersonOnPage }) {
  const { name, preferredName, pronunciation, pronouns, nicknames, formerNames } = person;
  const isCalled = preferredName !== '' && preferredName !== name;
  const said = [
    isCalled && (
      <span key="called">
        You call them <bdi className={styles['callName']}>{preferredName}</bdi>
      </span>
    ),
    pronunciation !== '' && (
      <span key="said">
        said <bdi className={styles['spoken']}>{pronunciation}</bdi>
      </span>
    ),
    pronouns !== '' && <bdi key="pronouns">{pronouns}</bdi>,
    nicknames.length > 0 && (
      <span key="also">
        also <bdi>{nicknames.join(', ')}</bdi>
      </span>
    ),
    formerNames.length > 0 && (
      <span key="formerly">
        formerly <bdi>{formerNames.join(', ')}</bdi>
      </span>
    ),
  ].filter(Boolean);
  return said.length === 0 ? null : <p className={styles['called']}>{said}</p>;
}

function CircleMenu({ person }: { readonly person: PersonOnPage }) {
  const update = useJournalMutation('people.update');
  return (
    <CircleSelect
      label="Circle"
      hideLabel
      size="s"
      value={person.circleId}
      onChange={(circleId) => update.mutate({ id: person.id, person: { circleId } }, { onError: sayError })}
    />
  );
}

/** How close you want to keep them, when you last talked, and when it is time again, in words. */
function Times({ person }: { readonly person: PersonOnPage }) {
  const today = useToday();
  const next = sayNext(person, today, 'full');
  return (
    <dl className={styles['times']}>
      <div>
        <dt>Circle</dt>
        <dd>
          <CircleMenu person={person} />
        </dd>
      </div>
      <div>
        <dt>Last talk</dt>
        <dd>{sayLastTalk(person, today, 'full')}</dd>
      </div>
      {person.rhythm && (
        <div>
          <dt>Rhythm</dt>
          <dd>{sayRhythm(person.rhythm)}</dd>
        </div>
      )}
      {next && (
        <div>
          <dt>Next</dt>
          <dd className={next.isOverdue ? styles['overdue'] : undefined}>{next.words}</dd>
        </div>
      )}
    </dl>
  );
}

/** A rhythm of their own: “every five to 20 days”, “every 30 days”, “every day”. */
function sayRhythm({ floorDays, ceilingDays }: NonNullable<PersonOnPage['rhythm']>): string {
  if (floorDays === ceilingDays) return `every ${sayCount(floorDays, 'day', 'days').replace(/^one /, '')}`;
  return `every ${sayNumber(floorDays)} to ${sayCount(ceilingDays, 'day', 'days')}`;
}
