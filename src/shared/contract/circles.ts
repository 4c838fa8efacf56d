import { z } from 'zod';
import { circle, circleDraft } from '../models/circle.ts';
import { day } from '../models/day.ts';
import { personName } from '../models/person.ts';
import { method } from './define.ts';

const circleId = circle.shape.id;

/** Somebody in a ring of the picture. */
export const ringPerson = personName.extend({
  lastTalk: day.nullable(),
  /** Their own rhythm, or that of their circle. */
  rhythm: circle.shape.rhythm,
});
export type RingPerson = Readonly<z.infer<typeof ringPerson>>;

export const circles = {
  /** Innermost first. */
  'circles.list': method(z.object({}), z.array(circle.extend({ peopleCount: z.int() }))),
  /** A circle outside all others. */
  'circles.create': method(z.object({ circle: circleDraft }), z.object({ id: circleId })),
  'circles.update': method(z.object({ id: circleId, circle: circleDraft }), z.null()),
  /** Puts the circles into this order, innermost first. Each must be named once. */
  'circles.reorder': method(z.object({ ids: z.array(circleId).max(100) }), z.null()),
  /** Deletes a circle. Its people move to another, or to none. */
  'circles.remove': method(z.object({ id: circleId, moveTo: circleId.nullable() }), z.null()),
  /** Who is in each circle, for a picture: at most so many of each, those with whom one talked longest ago first. */
  'circles.rings': method(
    z.object({ perCircle: z.int().min(1).max(500).default(120) }),
    z.array(circle.extend({ peopleCount: z.int(), people: z.array(ringPerson) })),
  ),
};
