import { z } from 'zod';
import { method } from './define.ts';

export const settingsShape = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
});
export type Settings = Readonly<z.infer<typeof settingsShape>>;

export const settings = {
  'settings.get': method(z.object({}), settingsShape),
  'settings.update': method(settingsShape.partial(), z.null()),
};
