import { z } from 'zod';

/** Days, up to ten years. */
const days = z.int().min(1).max(3_652);

/** How often to turn to somebody: not sooner than `floorDays`, not later than `ceilingDays` after the last time. */
export const rhythm = z
  .object({ floorDays: days, ceilingDays: days })
  .refine(({ floorDays, ceilingDays }) => floorDays <= ceilingDays, {
    message: 'A rhythm’s longest time cannot be shorter than its shortest.',
  });
export type Rhythm = Readonly<z.infer<typeof rhythm>>;

/** What a user says of a circle. `size` is how many people it is meant for. */
export const circleDraft = z.object({
  name: z.string().trim().min(1, 'A circle needs a name.').max(60),
  size: z.int().min(1).max(100_000).nullable(),
  rhythm: rhythm.nullable(),
});
export type CircleDraft = Readonly<z.infer<typeof circleDraft>>;

/** How close the user wants to keep people. */
export const circle = circleDraft.extend({ id: z.string().max(60) });
export type Circle = Readonly<z.infer<typeof circle>>;
