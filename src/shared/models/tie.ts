import { z } from 'zod';
import { id, instant } from './ids.ts';
import { partialDate } from './partialDate.ts';
import { personName } from './person.ts';

/** In the order in which a page shows them. */
export const tieKinds = ['partner', 'parent', 'child', 'sibling', 'friend', 'colleague', 'own'] as const;

/**
 * How two people belong together, seen from one of them: what the other is to them. `child` is `parent` seen from the
 * other side, and `own` has words of its own. Who introduced whom is not a tie: it stands with how the user met them.
 */
export const tieKind = z.enum(tieKinds);
export type TieKind = z.infer<typeof tieKind>;

const words = z.string().trim().max(60);

export const tieDraft = z.object({
  personId: id,
  otherId: id,
  /** What the other is to the person. */
  kind: tieKind,
  /** Of an own kind: what the other is to the person ("godchild"), and the person to the other ("godparent"). */
  words,
  reverseWords: words,
  since: partialDate.nullable(),
  until: partialDate.nullable(),
});
export type TieDraft = Readonly<z.infer<typeof tieDraft>>;

/** A tie as one of its people sees it. */
export const tie = tieDraft.omit({ otherId: true }).extend({ id, other: personName });
export type Tie = Readonly<z.infer<typeof tie>>;

/** How a tie is kept: of a parent and a child from the parent, otherwise from the one it was written of. */
export const storedTieKind = tieKind.exclude(['child']);
export type StoredTieKind = z.infer<typeof storedTieKind>;

/** A tie as the journal keeps it. Its words say what `to` is to `from`, the reverse ones what `from` is to `to`. */
export const storedTie = z.object({
  id,
  fromId: id,
  toId: id,
  kind: storedTieKind,
  words,
  reverseWords: words,
  since: partialDate.nullable(),
  until: partialDate.nullable(),
});
export type StoredTie = Readonly<z.infer<typeof storedTie>>;

/** The same with when it was written and changed, as an export has it. */
export const exportedTie = storedTie.extend({ createdAt: instant, changedAt: instant });
export type ExportedTie = Readonly<z.infer<typeof exportedTie>>;
