import { z } from 'zod';

/** A question on a window's port to the journal process. `id` is the window's own count. */
export const request = z.object({ id: z.int(), method: z.string(), input: z.unknown() });
export type Request = z.infer<typeof request>;
