import { z } from 'zod';
import { method } from './define.ts';

const theme = z.enum(['system', 'light', 'dark']);

/** With a default for each setting, for a journal in which nothing was ever set. */
export const settingsShape = z.object({ theme: theme.default('system') });
export type Settings = Readonly<z.infer<typeof settingsShape>>;

export const settings = {
  'settings.get': method(z.object({}), settingsShape),
  // Written without the defaults: zod fills them in even where a key is left out, and would undo other settings.
  'settings.update': method(z.object({ theme: theme.optional() }), z.null()),
};
