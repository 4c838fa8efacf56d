import { z } from 'zod';

/** How often to turn to somebody: not sooner than `floorDays`, not later than `ceilingDays` after the last time. */
export const rhythm = z.object({ floorDays: z.int().min(1), ceilingDays: z.int().min(1) });
export type Rhythm = Readonly<z.infer<typeof rhythm>>;

/** How close the user wants to keep people. `size` is how many people it is meant for. */
export const circle = z.object({
  id: z.string(),
  name: z.string(),
  size: z.int().nullable(),
  rhythm: rhythm.nullable(),
});
export type Circle = Readonly<z.infer<typeof circle>>;
