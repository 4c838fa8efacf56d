import { z } from 'zod';
import { method } from './define.ts';
import { idleMinutes } from './desktop.ts';

const theme = z.enum(['system', 'light', 'dark']);
const weekMinutes = z
  .int()
  .min(0)
  .max(7 * 24 * 60);
const digestHour = z.int().min(0).max(23);

/** With a default for each setting, for a journal in which nothing was ever set. */
export const settingsShape = z.object({
  theme: theme.default('system'),
  /** Minutes with nobody at the computer after which the journal locks by itself; null: never. */
  lockAfterMinutes: idleMinutes.nullable().default(5),
  /** How much time there is for people in a week, from Monday on; nudges never ask for more. */
  weekMinutes: weekMinutes.default(120),
  /** The hour of the day at which one notification tells of today's nudges; null: none. */
  digestHour: digestHour.nullable().default(null),
  /** Notifications say how many people, and no names. */
  privateNotifications: z.boolean().default(true),
});
export type Settings = Readonly<z.infer<typeof settingsShape>>;

export const settings = {
  'settings.get': method(z.object({}), settingsShape),
  // Written without the defaults: zod fills them in even where a key is left out, and would undo other settings.
  'settings.update': method(
    z.object({
      theme: theme.optional(),
      lockAfterMinutes: idleMinutes.nullable().optional(),
      weekMinutes: weekMinutes.optional(),
      digestHour: digestHour.nullable().optional(),
      privateNotifications: z.boolean().optional(),
    }),
    z.null(),
  ),
};
