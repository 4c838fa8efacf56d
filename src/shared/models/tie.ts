import { z } from 'zod';
import { id } from './ids.ts';
import { partialDate } from './partialDate.ts';
import { personName } from './person.ts';

/**
 * How two people belong together, seen from one of them: what the other is to them. `child` is `parent` seen from the
 * other side, and `own` has words of its own. Who introduced whom is not a tie: it stands with how the user met them.
 */
export const tieKind = z.enum(['partner', 'parent', 'child', 'sibling', 'colleague', 'friend', 'own']);
export type TieKind = z.infer<typeof tieKind>;

export const tieDraft = z.object({
  personId: id,
  otherId: id,
  /** What the other is to the person. */
  kind: tieKind,
  /** Of an own kind: what the other is to the person ("godchild"), and the person to the other ("godparent"). */
  words: z.string().trim().max(60),
  reverseWords: z.string().trim().max(60),
  since: partialDate.nullable(),
  until: partialDate.nullable(),
});
export type TieDraft = Readonly<z.infer<typeof tieDraft>>;

/** A tie as one of its people sees it. */
export const tie = tieDraft.omit({ otherId: true }).extend({ id, other: personName });
export type Tie = Readonly<z.infer<typeof tie>>;
