import { z } from 'zod';
import { id } from '../../models/ids.ts';
import { partialDate } from '../../models/partialDate.ts';
import { type ExportedTie, tieDraft, tieKind } from '../../models/tie.ts';
import type { TieRecord } from '../records.ts';
import type { FieldReader } from './fieldValues.ts';
import { parseMaps } from './knownFields.ts';
import type { LinkTargets } from './linkTargets.ts';
import type { VaultNames } from './vaultNames.ts';
import { wholeWikiLink } from './wikiLinks.ts';
import type { OutValue } from './writeFrontMatter.ts';

/** The field of a person's note that holds their ties. Each tie stands in the note of one of its two people. */
export const TIES_FIELD = 'ties';

/** A tie as front matter has one: every value is a text, and what is empty is left out. `tie` is what the other is. */
const noteTie = z.strictObject({
  tie: tieKind,
  with: z.string(),
  words: tieDraft.shape.words.default(''),
  reverseWords: tieDraft.shape.reverseWords.default(''),
  since: partialDate.optional(),
  until: partialDate.optional(),
  id: id.optional(),
  written: z.iso.datetime({ offset: true }).optional(),
});

/** Somebody's ties for the front matter of their note, oldest first. */
export function writeNoteTies(ties: readonly ExportedTie[], names: VaultNames): readonly OutValue[] {
  return ties.flatMap((tie) => {
    const other = names.noteOf(tie.toId);
    if (other === undefined) return [];
    const said: Readonly<Record<string, string | null>> = {
      // A parent and a child stand in the parent's note.
      tie: tie.kind === 'parent' ? 'child' : tie.kind,
      with: `[[${other}]]`,
      words: tie.words,
      reverseWords: tie.reverseWords,
      since: tie.since,
      until: tie.until,
      id: tie.id,
      written: new Date(tie.createdAt).toISOString(),
    };
    return [
      Object.fromEntries(
        Object.entries(said).filter((field): field is [string, string] => Boolean(field[1])),
      ),
    ];
  });
}

/** Takes the ties of a person's note. A field that is not all ties with people of the source is left for what it is. */
export function takeNoteTies(front: FieldReader, targets: LinkTargets): readonly TieRecord[] {
  const field = front.find(TIES_FIELD);
  const given = field && parseMaps(field.value, noteTie.safeParse);
  if (!field || !given) return [];
  const ties = given.flatMap((one): TieRecord[] => {
    const link = wholeWikiLink(one.with);
    const other = link && targets.person(link.target);
    if (other === undefined) return [];
    const { tie: kind, words, reverseWords, since = null, until = null } = one;
    const createdAt = one.written === undefined ? null : Date.parse(one.written);
    return [{ other, kind, words, reverseWords, since, until, id: one.id ?? null, createdAt }];
  });
  if (ties.length < given.length) return [];
  front.understand(field);
  return ties;
}
