import { z } from 'zod';
import { method } from './define.ts';
import { idleMinutes } from './desktop.ts';

const theme = z.enum(['system', 'light', 'dark']);

/** With a default for each setting, for a journal in which nothing was ever set. */
export const settingsShape = z.object({
  theme: theme.default('system'),
  /** Minutes with nobody at the computer after which the journal locks by itself; null: never. */
  lockAfterMinutes: idleMinutes.nullable().default(5),
});
export type Settings = Readonly<z.infer<typeof settingsShape>>;

export const settings = {
  'settings.get': method(z.object({}), settingsShape),
  // Written without the defaults: zod fills them in even where a key is left out, and would undo other settings.
  'settings.update': method(
    z.object({ theme: theme.optional(), lockAfterMinutes: idleMinutes.nullable().optional() }),
    z.null(),
  ),
};
