import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { makeJournal } from '../e2e/support/journal.ts';
import { launchKith } from '../e2e/support/launch.ts';
import { percentile } from './support/figures.ts';

const PEOPLE = 2_000;
/** Of so many people each, who have most of their ties among themselves. */
const GROUP = 25;
const FRAMES = 240;

test('frames of the network of 2,000 people against those of an empty canvas', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-bench-network-'));
  const { page, quit } = await launchKith(folder);
  await makeJournal(page);
  console.log(
    `people and ties: ${(await page.evaluate(fillNetwork, { people: PEOPLE, group: GROUP })).join(', ')}`,
  );
  const since = Date.now();
  await page.evaluate(() => {
    location.hash = '#/network';
  });
  await page.locator('[data-place]').waitFor();
  console.log(`seen after ${Date.now() - since} ms`);
  const frames: Record<string, readonly number[]> = {};
  frames['still being laid out'] = await measure(page, 'zoom');
  await page.waitForTimeout(20_000);
  frames['nothing is done'] = await measure(page, 'rest');
  frames['an empty canvas is drawn'] = await measure(page, 'empty');
  frames['nearer and further'] = await measure(page, 'zoom');
  frames['pointed at'] = await measure(page, 'hover');
  frames['moved by keys'] = await measure(page, 'keys');
  await quit();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const empty = percentile(frames['an empty canvas is drawn'] ?? [], 0.5);
  console.log(
    `frames, in ms of ${FRAMES} each              p50       p95       p99     worst   p50 to empty`,
  );
  for (const [name, values] of Object.entries(frames)) {
    const figures = [0.5, 0.95, 0.99, 1].map((share) => percentile(values, share).toFixed(1).padStart(10));
    const ratio = (percentile(values, 0.5) / empty).toFixed(2).padStart(12);
    console.log(`${name.padEnd(30)}${figures.join('')}${ratio}`);
  }
});

/** Fills the journal by the window's own bridge: groups, ties inside them, a few between, and chains of introductions. */
async function fillNetwork(size: { readonly people: number; readonly group: number }): Promise<number[]> {
  const ask = async (method: string, input: unknown) => {
    const settled = await globalThis.kith.journal(method as never, input as never);
    return settled.ok ? (settled.value as { readonly id: string }).id : null;
  };
  let seed = 7;
  const draw = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const ids: string[] = [];
  const addPerson = async () => {
    const throughId = draw(3) === 0 ? (ids[draw(ids.length + 1)] ?? null) : null;
    const met = { on: null, where: '', throughId, entryId: null };
    ids.push((await ask('people.create', { person: { name: `Person ${ids.length}`, met } })) ?? '');
    return throughId === null ? 0 : 1;
  };
  const addTie = async () => {
    const one = draw(size.people);
    const near = one - (one % size.group) + draw(size.group);
    const other = draw(20) === 0 ? draw(size.people) : near;
    const tie = { personId: ids[one], otherId: ids[other], kind: draw(2) === 0 ? 'friend' : 'colleague' };
    return (await ask('ties.create', { tie })) === null ? 0 : 1;
  };
  const [counts, wanted] = [[0, 0, 0] as [number, number, number], size.people];
  for (; counts[0] < wanted; counts[0]++) counts[2] += await addPerson();
  for (let i = 0; i < wanted * 2; i++) counts[1] += await addTie();
  return counts;
}

type Doing = 'rest' | 'empty' | 'zoom' | 'hover' | 'keys';

/** How long each of so many frames took while something is done in each. */
function measure(page: Page, doing: Doing): Promise<number[]> {
  return page.evaluate(
    async ([what, frames]) => {
      const picture = document.querySelector('canvas');
      const { left = 0, top = 0, width = 0, height = 0 } = picture?.getBoundingClientRect() ?? {};
      const bare = document.createElement('canvas');
      Object.assign(bare, { width: width * devicePixelRatio, height: height * devicePixelRatio });
      if (what === 'empty') picture?.after(bare);
      const context = bare.getContext('2d');
      const at = (turn: number) => ({
        clientX: left + width / 2 + Math.cos(turn / 9) * width * 0.3,
        clientY: top + height / 2 + Math.sin(turn / 9) * height * 0.3,
      });
      const link = document.querySelector<HTMLElement>('[data-place]');
      if (what === 'keys') link?.focus();
      const act: Readonly<Record<string, (turn: number) => void>> = {
        rest: () => undefined,
        empty: () => context?.clearRect(0, 0, bare.width, bare.height),
        zoom: (turn) => {
          const deltaY = turn % 120 < 60 ? -20 : 20;
          picture?.dispatchEvent(
            new WheelEvent('wheel', { ...at(turn), deltaY, bubbles: true, cancelable: true }),
          );
        },
        hover: (turn) => {
          picture?.dispatchEvent(new PointerEvent('pointermove', { ...at(turn), bubbles: true }));
        },
        keys: (turn) => {
          const key = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'PageDown'][turn % 4] ?? '';
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        },
      };
      const times: number[] = [];
      let last = await new Promise<number>(requestAnimationFrame);
      for (let turn = 0; turn < frames; turn++) {
        act[what]?.(turn);
        const now = await new Promise<number>(requestAnimationFrame);
        times.push(now - last);
        last = now;
      }
      bare.remove();
      return times;
    },
    [doing, FRAMES] as const,
  );
}
