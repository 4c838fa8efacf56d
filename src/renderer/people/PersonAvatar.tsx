import type { PersonName } from '../../shared/models/person.ts';
import { useJournal } from '../journal-client/index.ts';
import { Avatar, type AvatarProps } from '../ui/Avatar.tsx';

export interface PersonAvatarProps extends Pick<AvatarProps, 'size'> {
  readonly person: Pick<PersonName, 'id' | 'name'>;
}

/** The avatar of somebody of whom only the name is at hand. Asks for their photo: for a few on a page, not for lists. */
export function PersonAvatar({ person: { id, name }, ...look }: PersonAvatarProps) {
  const [known] = useJournal('people.names', { ids: [id] }).data ?? [];
  return <Avatar id={id} name={name} photoId={known?.photoId ?? null} {...look} />;
}
