import { useMemo } from 'react';
import { tag as tagSchema } from '../../shared/models/tag.ts';
import { capitalise, sayPeople } from '../../shared/rules/sayCounts.ts';
import { goTo } from '../app/hashPlace.ts';
import { useJournal } from '../journal-client/index.ts';
import { Finder } from '../timeline/Finder.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { changeMany } from './bulkActions.ts';
import styles from './ChosenBar.module.css';
import type { Chosen } from './useChosen.ts';
import { useCircles } from './useCircles.ts';

export interface ChosenBarProps {
  readonly chosen: Chosen;
  /** How many there are to choose from. */
  readonly total: number;
  readonly onRemove: () => void;
  /** Nobody is chosen any more, and focus has to go somewhere. */
  readonly onLeave: () => void;
}

/** What can be done with all who are chosen, and how many they are. Not there while nobody is. */
export function ChosenBar({ chosen, total, onRemove, onLeave }: ChosenBarProps) {
  const { circles, circleName } = useCircles();
  const { ids } = chosen;
  if (ids.size === 0) return null;
  const change = (what: Parameters<typeof changeMany>[1]) => void changeMany(ids, what, circleName);
  const [first, second] = ids;
  return (
    <fieldset className={styles['bar']} aria-label="Who is chosen">
      <span role="status" className={styles['count']}>
        {capitalise(sayPeople(ids.size))} chosen
      </span>
      <Finder
        label="Add a tag"
        placeholder="A tag"
        trigger={
          <Button size="s" icon="tag">
            Tag
          </Button>
        }
        useOptions={useTagsToAdd}
        none="A tag is one word."
        onPick={({ id }) => change({ kind: 'tag', tag: id })}
      />
      <Finder
        label="Take a tag off"
        placeholder="A tag"
        trigger={<Button size="s">Take a tag off</Button>}
        useOptions={useTagsInUse}
        none="No such tag."
        onPick={({ id }) => change({ kind: 'untag', tag: id })}
      />
      <Menu
        label="Move to a circle"
        trigger={<Button size="s">Move to a circle</Button>}
        actions={[
          ...circles.map(({ id, name }) => ({
            id,
            label: name,
            onAction: () => change({ kind: 'circle', circleId: id }),
          })),
          { id: '', label: 'No circle', onAction: () => change({ kind: 'circle', circleId: null }) },
        ]}
      />
      {ids.size === 2 && (
        <Button size="s" icon="people" onPress={() => goTo(`/merge/${first}/${second}`)}>
          Make them one
        </Button>
      )}
      <Button size="s" icon="trash" onPress={onRemove}>
        Delete
      </Button>
      <span className={styles['whom']}>
        {ids.size < total && (
          <Button size="s" variant="plain" onPress={chosen.chooseAll}>
            Choose all {total.toLocaleString()}
          </Button>
        )}
        <Button
          size="s"
          variant="plain"
          onPress={() => {
            chosen.chooseNone();
            onLeave();
          }}
        >
          Choose nobody
        </Button>
      </span>
    </fieldset>
  );
}

function useTagsInUse(text: string) {
  const tags = useJournal('people.words', { kind: 'tag' }).data;
  return useMemo(() => {
    const wanted = typedTag(text).toLocaleLowerCase();
    return (tags ?? [])
      .filter(({ word }) => word.toLocaleLowerCase().includes(wanted))
      .map(({ word }) => ({ id: word, text: word, before: <Icon name="tag" size={15} /> }));
  }, [tags, text]);
}

/** Those in use, and what is typed, if it can be a tag. */
function useTagsToAdd(text: string) {
  const known = useTagsInUse(text);
  const typed = typedTag(text);
  const isNew = tagSchema.safeParse(typed).success && !known.some(({ id }) => id === typed);
  return isNew ? [...known, { id: typed, text: typed, before: <Icon name="plus" size={15} /> }] : known;
}

function typedTag(text: string): string {
  return text.trim().replace(/^#/u, '');
}
