import { useJournal } from '../journal-client/index.ts';
import { WordField } from '../ui/WordField.tsx';
import type { FieldErrors, PersonFields } from './personFields.ts';

type Words = Pick<PersonFields, 'languages' | 'groups' | 'tags'>;

export interface WordFieldsProps {
  readonly words: Words;
  readonly errors: FieldErrors;
  readonly onChange: <F extends keyof Words>(field: F, words: Words[F]) => void;
}

/** What somebody speaks, what they belong to, and the user's own tags; what others have is offered. */
export function WordFields({ words, errors, onChange }: WordFieldsProps) {
  return (
    <>
      <WordField
        label="Languages"
        words={words.languages}
        onChange={(languages) => onChange('languages', [...languages])}
        options={useWords('language')}
        errorMessage={errors['languages']}
      />
      <WordField
        label="Groups"
        placeholder="The choir, the old team, our street…"
        words={words.groups}
        onChange={(groups) => onChange('groups', [...groups])}
        options={useWords('group')}
        errorMessage={errors['groups']}
      />
      <WordField
        label="Tags"
        words={words.tags}
        onChange={(tags) => onChange('tags', [...tags])}
        options={useWords('tag')}
        clean={toTag}
        errorMessage={errors['tags']}
      />
    </>
  );
}

const none: readonly string[] = [];

function useWords(kind: 'language' | 'group' | 'tag'): readonly string[] {
  const { data } = useJournal('people.words', { kind });
  return data?.map(({ word }) => word) ?? none;
}

/** A tag is one word: “old friend” becomes “old-friend”. */
function toTag(typed: string): string {
  return typed
    .trim()
    .replace(/^#+/u, '')
    .replace(/[\s#,]+/gu, '-');
}
