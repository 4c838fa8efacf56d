import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, replaceFile } from './smallFile.ts';

const bounds = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
export type Bounds = Readonly<z.infer<typeof bounds>>;

const windowState = z.object({
  bounds: bounds.optional().catch(undefined),
  maximized: z.boolean().catch(false),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  zoom: z.number().min(-3).max(5).catch(0),
});
/** How the window looked last. Outside of the journal, for it is needed before the journal is open; no word of it is in here. */
export type WindowState = Readonly<z.infer<typeof windowState>>;

const fileIn = (dataFolder: string) => join(dataFolder, 'window.json');

/** What was remembered; whatever of it is missing or damaged has its default. */
export function readWindowState(dataFolder: string): WindowState {
  const parsed = windowState.safeParse(readJsonFile(fileIn(dataFolder)) ?? {});
  return parsed.success ? parsed.data : windowState.parse({});
}

/** Remembers what changed. */
export function rememberWindowState(dataFolder: string, changed: Partial<WindowState>): void {
  const state = { ...readWindowState(dataFolder), ...changed };
  replaceFile(fileIn(dataFolder), `${JSON.stringify(state)}\n`);
}

/** At least this much of a window must be on some screen, or it could not be taken hold of. */
const GRIP = { width: 120, height: 60 };

/** The remembered bounds if a screen still shows enough of them; screens come and go. */
export function boundsOnScreen(
  remembered: Bounds | undefined,
  screens: readonly Bounds[],
): Bounds | undefined {
  if (remembered === undefined) return undefined;
  return screens.some((screen) => overlaps(remembered, screen)) ? remembered : undefined;
}

function overlaps(a: Bounds, b: Bounds): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width >= GRIP.width && height >= GRIP.height;
}
