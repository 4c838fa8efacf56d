import { memo, useMemo } from 'react';
import { useJournal } from '../journal-client/index.ts';
import { Finder } from '../timeline/Finder.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { PeopleQuery } from './peopleAddress.ts';

type Words = Pick<PeopleQuery, 'tag' | 'group'>;

export interface WordFilterProps extends Words {
  readonly onChange: (change: Partial<Words>) => void;
}

/** Narrows the list to those with a tag or in a group. Not there as long as nobody has either. */
export const WordFilter = memo(function WordFilter({ tag, group, onChange }: WordFilterProps) {
  const tags = useJournal('people.words', { kind: 'tag' }).data ?? [];
  const groups = useJournal('people.words', { kind: 'group' }).data ?? [];
  return (
    <>
      {group !== null && (
        <Chip
          icon="people"
          onRemove={() => onChange({ group: null })}
          removeLabel="Show people of every group"
        >
          <bdi>{group}</bdi>
        </Chip>
      )}
      {tag !== null && (
        <Chip icon="tag" onRemove={() => onChange({ tag: null })} removeLabel="Show people with any tag">
          <bdi>{tag}</bdi>
        </Chip>
      )}
      {(tag === null || group === null) && tags.length + groups.length > 0 && (
        <Finder
          label="People of a group or with a tag"
          placeholder="A group or a tag"
          trigger={
            <Button variant="plain" size="s" icon="filter">
              Group or tag
            </Button>
          }
          useOptions={useWordsLike}
          none="No such group or tag."
          onPick={({ id, text }) => onChange(id.startsWith('tag ') ? { tag: text } : { group: text })}
        />
      )}
    </>
  );
});

function useWordsLike(text: string) {
  const groups = useJournal('people.words', { kind: 'group' }).data;
  const tags = useJournal('people.words', { kind: 'tag' }).data;
  return useMemo(() => {
    const wanted = text.replace(/^#/u, '').trim().toLocaleLowerCase();
    const options = (kind: 'group' | 'tag', words: typeof tags = []) =>
      words
        .filter(({ word }) => word.toLocaleLowerCase().includes(wanted))
        .map(({ word }) => ({
          id: `${kind} ${word}`,
          text: word,
          before: <Icon name={kind === 'tag' ? 'tag' : 'people'} size={15} />,
        }));
    return [...options('group', groups), ...options('tag', tags)].slice(0, 50);
  }, [groups, tags, text]);
}
