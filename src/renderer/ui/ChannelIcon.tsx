import type { Channel } from '../../shared/models/entry.ts';
import { channelNames } from './channels.ts';
import { Icon } from './Icon.tsx';

export interface ChannelIconProps {
  readonly channel: Channel;
  readonly size?: number;
  /** Leave it unsaid where the name of the channel stands beside it. */
  readonly silent?: boolean;
}

/** How something passed between people, as a small drawing. */
export function ChannelIcon({ channel, size = 18, silent = false }: ChannelIconProps) {
  return (
    <span title={silent ? undefined : channelNames[channel]}>
      <Icon name={channel} size={size} />
      {!silent && <span className="visually-hidden">{channelNames[channel]}</span>}
    </span>
  );
}
