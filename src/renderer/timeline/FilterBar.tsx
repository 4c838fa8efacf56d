import { channels } from '../../shared/models/entry.ts';
import { useJournal } from '../journal-client/index.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { channelNames } from '../ui/channels.ts';
import { Icon } from '../ui/Icon.tsx';
import { Menu } from '../ui/Menu.tsx';
import { DayJump } from './DayJump.tsx';
import styles from './FilterBar.module.css';
import type { JournalAddress } from './journalAddress.ts';
import { PersonPicker } from './PersonPicker.tsx';
import { sayFullDay } from './sayDayHeading.ts';
import { TagPicker } from './TagPicker.tsx';

export interface FilterBarProps {
  readonly address: JournalAddress;
  readonly onChange: (address: JournalAddress) => void;
  readonly isJumping: boolean;
  readonly onJumping: (isJumping: boolean) => void;
}

/** Which entries are shown, in chips that can be taken away, and a way to go to a day. */
export function FilterBar({ address, onChange, isJumping, onJumping }: FilterBarProps) {
  const { filter, day } = address;
  const circles = useJournal('circles.list', {}).data ?? [];
  const person = useJournal(
    'people.names',
    { ids: filter.personId ? [filter.personId] : [] },
    { enabled: filter.personId !== undefined },
  ).data?.[0];
  const set = (part: JournalAddress['filter']) => onChange({ filter: { ...filter, ...part }, day });
  const drop = (part: keyof JournalAddress['filter']) => {
    const { [part]: _, ...rest } = filter;
    onChange({ filter: rest, day });
  };
  return (
    <div role="toolbar" aria-label="Which entries" className={styles['bar']}>
      <span className={styles['sign']}>
        <Icon name="filter" size={16} />
      </span>
      {filter.personId === undefined ? (
        <PersonPicker
          label="Entries with a person"
          trigger={<Offer>Person</Offer>}
          onPick={({ id }) => set({ personId: id })}
        />
      ) : (
        <Chip icon="person" onRemove={() => drop('personId')} removeLabel="Show entries with everybody">
          {person?.name ?? 'A person'}
        </Chip>
      )}
      {filter.circleId === undefined ? (
        <Menu
          label="Circle"
          trigger={<Offer>Circle</Offer>}
          actions={circles.map(({ id, name }) => ({
            id,
            label: name,
            onAction: () => set({ circleId: id }),
          }))}
        />
      ) : (
        <Chip icon="people" onRemove={() => drop('circleId')} removeLabel="Show entries with every circle">
          {circles.find(({ id }) => id === filter.circleId)?.name ?? 'A circle'}
        </Chip>
      )}
      {filter.channel === undefined ? (
        <Menu
          label="Channel"
          trigger={<Offer>Channel</Offer>}
          actions={channels.map((channel) => ({
            id: channel,
            label: channelNames[channel],
            icon: channel,
            onAction: () => set({ channel }),
          }))}
        />
      ) : (
        <Chip icon={filter.channel} onRemove={() => drop('channel')} removeLabel="Show every channel">
          {channelNames[filter.channel]}
        </Chip>
      )}
      {filter.tag === undefined ? (
        <TagPicker label="Entries with a tag" trigger={<Offer>Tag</Offer>} onPick={(tag) => set({ tag })} />
      ) : (
        <Chip icon="tag" onRemove={() => drop('tag')} removeLabel="Show entries with any tag">
          {filter.tag}
        </Chip>
      )}
      <span className={styles['day']}>
        {day && (
          <Chip
            icon="calendar"
            onRemove={() => onChange({ filter, day: null })}
            removeLabel="Back to the newest"
          >
            {sayFullDay(day)}
          </Chip>
        )}
        <DayJump
          day={day}
          onJump={(to) => onChange({ filter, day: to })}
          isOpen={isJumping}
          onOpenChange={onJumping}
        />
      </span>
    </div>
  );
}

function Offer({ children, ...props }: { readonly children: string }) {
  return (
    <Button variant="plain" size="s" {...props}>
      {children}
    </Button>
  );
}
