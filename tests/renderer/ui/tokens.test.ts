import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = (name: string) =>
  readFileSync(new URL(`../../../src/renderer/ui/${name}`, import.meta.url), 'utf8');
const tokens = css('tokens.css');
type Look = 'light' | 'dark';

/** The value of `--name` in one look, as three channels of 0 to 255. */
function colour(name: string, look: Look, from = tokens): readonly [number, number, number] {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(from);
  const hex = found?.[look === 'light' ? 1 : 2];
  if (!hex) throw new Error(`There is no colour --${name}.`);
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

/** Relative luminance, WCAG 2.2. */
function luminance(channels: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = channels.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: readonly number[], other: readonly number[]): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** What `share` of ink over a ground looks like, as for a row that is pointed at or pressed. */
function blend(ink: readonly number[], ground: readonly number[], share: number): readonly number[] {
  return ground.map((channel, at) => channel * (1 - share) + (ink[at] ?? 0) * share);
}

const grounds = ['paper', 'sheet', 'shade'];
const inks = ['ink', 'ink-soft', 'ink-faint', 'accent', 'danger'];
const onItsGround = [
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-fill-strong'],
  ['on-danger', 'danger-fill'],
  ['on-danger', 'danger-fill-strong'],
  ['on-mark', 'mark'],
  ['ink', 'accent-wash'],
  ['ink-soft', 'accent-wash'],
  ['accent-strong', 'accent-wash'],
  ['danger', 'danger-wash'],
  ['paper', 'ink'],
] as const;

describe.each(['light', 'dark'] as const)('in the %s look', (look) => {
  test.each(grounds.flatMap((ground) => inks.map((ink) => [ink, ground] as const)))(
    '%s can be read on %s (WCAG 2.2, 1.4.3)',
    (ink, ground) => {
      expect(contrast(colour(ink, look), colour(ground, look))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(onItsGround)('%s can be read on %s', (ink, ground) => {
    expect(contrast(colour(ink, look), colour(ground, look))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)('soft ink can be read on %s while it is pressed', (ground) => {
    const pressed = blend(colour('ink', look), colour(ground, look), 0.12);
    expect(contrast(colour('ink-soft', look), pressed)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds)('the edge of a field and the focus ring can be seen on %s (1.4.11)', (ground) => {
    expect(contrast(colour('line-strong', look), colour(ground, look))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour('accent', look), colour(ground, look))).toBeGreaterThanOrEqual(3);
  });

  test('initials can be read on every tint', () => {
    const tints = css('Avatar.module.css')
      .split(/^\.tint/m)
      .slice(1);
    expect(tints).toHaveLength(7);
    for (const tint of tints) {
      expect(contrast(colour('on-tint', look, tint), colour('tint', look, tint))).toBeGreaterThanOrEqual(4.5);
    }
  });
});
