import { z } from 'zod';
import { id } from '../models/ids.ts';
import { personName, personRow } from '../models/person.ts';
import { storedTie, tie, tieDraft } from '../models/tie.ts';
import { method } from './define.ts';

/** What follows from the ties of parents: who belongs to the family without a tie of their own. */
export const familyMember = z.object({
  other: personName,
  /** What they are to the person. */
  kind: z.enum(['grandparent', 'sibling', 'otherParent', 'grandchild']),
  /** By way of whom: the parent or child between them. */
  through: personName,
});
export type FamilyMember = Readonly<z.infer<typeof familyMember>>;

/** Somebody in the picture of the network. */
export const networkPerson = personName.extend(personRow.pick({ circleId: true, groups: true }).shape);
export type NetworkPerson = Readonly<z.infer<typeof networkPerson>>;

export const introduction = z.object({ byId: id, personId: id });
export type Introduction = Readonly<z.infer<typeof introduction>>;

/** Two people who alone join two groups: without what is between them, nothing would join those. */
export const bridge = z.object({
  ids: z.tuple([id, id]).readonly(),
  /** How many people are on the side of each. */
  sides: z.tuple([z.int(), z.int()]).readonly(),
});
export type Bridge = Readonly<z.infer<typeof bridge>>;

/** How people belong to each other. All that changes something can be undone. */
export const ties = {
  /**
   * The ties of a person, as that person sees them; what follows from them for the family; who introduced them to the
   * user, and whom they introduced, with those whom these brought in turn. People in the trash are left out.
   */
  'ties.list': method(
    z.object({ personId: id }),
    z.object({
      ties: z.array(tie),
      family: z.array(familyMember),
      introducedBy: personName.nullable(),
      introduced: z.array(
        z.object({ person: personName, introduced: z.array(z.object({ person: personName })) }),
      ),
    }),
  ),
  /**
   * Ties two people. Fails with `alreadyThere` where they are tied so, and with `badInput` for what cannot be: a tie with
   * oneself, somebody who would be their own ancestor, an end before the beginning, an own kind without words.
   */
  'ties.create': method(
    z.object({ tie: tieDraft.partial().required({ personId: true, otherId: true, kind: true }) }),
    z.object({ id }),
  ),
  /** Makes another of a tie; it may be written from either side. Fails as `ties.create` does. */
  'ties.update': method(z.object({ id, tie: tieDraft }), z.null()),
  'ties.remove': method(z.object({ id }), z.null()),
  /** Everybody who has a tie, introduced somebody or was introduced, and what is between them. */
  'ties.network': method(
    z.object({}),
    z.object({
      people: z.array(networkPerson),
      ties: z.array(storedTie.omit({ since: true }).extend({ isOver: z.boolean() })),
      introductions: z.array(introduction),
      bridges: z.array(bridge),
    }),
  ),
};
