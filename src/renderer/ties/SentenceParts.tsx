import { callName } from '../../shared/models/person.ts';
import type { SentencePart } from '../../shared/rules/network/introductions.ts';
import { PersonLink } from './TieRow.tsx';

export interface SentencePartsProps {
  readonly parts: readonly SentencePart[];
  /** Whose page it stands on: they are no link there. */
  readonly here?: string;
}

/** A sentence whose names lead to their pages, and a space to the next one. */
export function SentenceParts({ parts, here }: SentencePartsProps) {
  return (
    <span>
      {parts.map((part, i) => {
        if (typeof part === 'string') return part;
        if (part.id === here) return <bdi key={part.id}>{callName(part)}</bdi>;
        return <PersonLink key={i} person={part} />;
      })}{' '}
    </span>
  );
}
