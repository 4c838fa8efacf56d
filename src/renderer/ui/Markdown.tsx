import { type MouseEvent, type ReactNode, useMemo } from 'react';
import ReactMarkdown, { type Components, defaultUrlTransform } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { type Entry, idsOf } from '../../shared/models/entry.ts';
import { openExternal } from '../journal-client/openExternal.ts';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './Markdown.module.css';
import { remarkJournal } from './remarkJournal.ts';

type Mentioned = Pick<Entry['people'][number], 'id' | 'name' | 'oldIds'>;

export interface MarkdownProps {
  readonly body: string;
  /** Who is mentioned, where that is known: gives a mention its title, and leaves out links to people who are gone. */
  readonly people?: readonly Mentioned[];
  /** Called instead of going to the person's page. */
  readonly onPerson?: (personId: string) => void;
  /** `entry`: the size of the journal. `small`: where text is an aside. */
  readonly size?: 'entry' | 'small';
  readonly className?: string;
}

const PERSON = 'person:';
const plugins = [remarkGfm, remarkJournal];
const keepPersonLinks = (url: string) => (url.startsWith(PERSON) ? url : defaultUrlTransform(url));

/**
 * The body of an entry as it is read. HTML in it is shown as the letters that it is, pictures as their description:
 * nothing is loaded from anywhere, and no script can arrive in an import. Blocks carry `data-from` and `data-to`,
 * their offsets in `body`.
 */
export function Markdown({ body, people, onPerson, size = 'entry', className }: MarkdownProps) {
  const components = useMemo(() => componentsFor(people, onPerson), [people, onPerson]);
  return (
    <div className={classes(styles['markdown'], styles[size], className)}>
      <ReactMarkdown remarkPlugins={plugins} urlTransform={keepPersonLinks} components={components}>
        {body}
      </ReactMarkdown>
    </div>
  );
}

function componentsFor(
  people: readonly Mentioned[] | undefined,
  onPerson: ((personId: string) => void) | undefined,
): Components {
  return {
    a: ({ href = '', children }) => {
      if (href.startsWith(PERSON)) {
        return mentionLink(href.slice(PERSON.length), people, onPerson, children);
      }
      if (href.startsWith('#/')) {
        return (
          <a href={href} className={styles['tag']}>
            {children}
          </a>
        );
      }
      return (
        <a href={href} rel="noreferrer" onClick={(event) => follow(event, href)}>
          {children}
        </a>
      );
    },
    span: ({ title, children }) => (
      <span title={title} className={styles['mark']}>
        {children}
      </span>
    ),
    img: ({ alt = '' }) => <span className={styles['picture']}>{alt || 'A picture'}</span>,
    input: ({ checked }) => (
      <span role="img" aria-label={checked ? 'Done:' : 'To do:'} className={styles['box']}>
        {checked && <Icon name="check" size={13} />}
      </span>
    ),
  };
}

function mentionLink(
  id: string,
  people: readonly Mentioned[] | undefined,
  onPerson: ((personId: string) => void) | undefined,
  children: ReactNode,
) {
  const person = people?.find((one) => idsOf(one).includes(id));
  if (people && !person) return <span>{children}</span>;
  const choose = (event: MouseEvent) => {
    if (!onPerson) return;
    event.preventDefault();
    onPerson(person?.id ?? id);
  };
  return (
    <a
      href={`#/person/${person?.id ?? id}`}
      className={styles['mention']}
      title={person?.name}
      onClick={choose}
    >
      {children}
    </a>
  );
}

function follow(event: MouseEvent, href: string): void {
  event.preventDefault();
  openExternal(href);
}
