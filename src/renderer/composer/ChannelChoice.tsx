import { Radio, RadioGroup } from 'react-aria-components';
import { type Channel, channel as channelSchema, channels } from '../../shared/models/entry.ts';
import { channelNames } from '../ui/channels.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './ChannelChoice.module.css';

export interface ChannelChoiceProps {
  readonly value: Channel;
  readonly onChange: (channel: Channel) => void;
}

/** How it passed between people: nine small drawings, the chosen one with its name. Alt and a digit choose as well. */
export function ChannelChoice({ value, onChange }: ChannelChoiceProps) {
  return (
    <RadioGroup
      aria-label="How"
      orientation="horizontal"
      value={value}
      onChange={(chosen) => onChange(channelSchema.parse(chosen))}
      className={styles['group'] ?? ''}
    >
      {channels.map((channel, index) => (
        <Radio
          key={channel}
          value={channel}
          className={styles['choice'] ?? ''}
          aria-keyshortcuts={`Alt+${index + 1}`}
        >
          {({ isSelected }) => (
            <span className={styles['inside']} title={`${channelNames[channel]} (Alt+${index + 1})`}>
              <Icon name={channel} size={17} />
              <span className={isSelected ? undefined : 'visually-hidden'}>{channelNames[channel]}</span>
            </span>
          )}
        </Radio>
      ))}
    </RadioGroup>
  );
}
