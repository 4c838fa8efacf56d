import { watch } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Journal } from '../../../src/main/journal/openJournal.ts';
import { makeTempFolder, removeTempFolders } from '../../support/folders.ts';
import type { WriteOrder } from '../programs/write.ts';
import type { BuiltPrograms } from './buildPrograms.ts';
import { seed } from './counts.ts';
import { createExpectations, type Expectations } from './expectations.ts';
import { makeRandom, type Random } from './random.ts';
import { type RunningProgram, startProgram } from './runningProgram.ts';
import { findFaults } from './wholeness.ts';

const KILLS_PER_FOLDER = 20;

/**
 * When to kill: so long after the program wrote so many lines, and after the file `touched` in its folder was touched,
 * if one is named. It writes two lines an act, and two before the first.
 */
export interface Moment {
  readonly lines: number;
  readonly touched?: string;
  readonly ms: number;
}

/** Which programs are to be killed, when, and how often, and how what they leave is looked at. */
export interface Plan {
  readonly kills: number;
  readonly programs: BuiltPrograms;
  /** Which of them. */
  readonly program: string;
  readonly work: WriteOrder['work'];
  readonly moment: (random: Random) => Moment;
  /** Opens what was left as the application does. `lines` is what the program told. */
  readonly open: (folder: string, lines: readonly string[]) => Journal | Promise<Journal>;
  readonly killsPerFolder?: number;
  readonly prepare?: (folder: string) => void;
  readonly look?: (journal: Journal, folder: string, last: boolean) => unknown;
}

/** What came of it. */
export interface Tally {
  kills: number;
  acknowledged: number;
  lost: number;
  faults: string[];
  takenBack: number;
}

/** Kills programs in the middle of their work, and looks at everything after each kill. */
export async function killOften(plan: Plan): Promise<Tally> {
  const random = makeRandom(seed);
  const queue = createQueue(plan);
  const tally: Tally = { kills: 0, acknowledged: 0, lost: 0, faults: [], takenBack: 0 };
  const perFolder = plan.killsPerFolder ?? KILLS_PER_FOLDER;
  try {
    while (tally.kills < plan.kills) {
      const folder = makeTempFolder();
      plan.prepare?.(folder);
      const expectations = createExpectations();
      const here = Math.min(perFolder, plan.kills - tally.kills);
      for (let i = 1; i <= here; i++) {
        const order = {
          folder,
          seed: seed + tally.kills,
          work: plan.work,
          source: join(folder, 'Notes'),
        };
        const found = await killOnce(
          plan,
          queue.next(),
          order,
          plan.moment(random),
          expectations,
          i === here,
        );
        tally.kills += 1;
        tally.lost += found.lost;
        tally.takenBack += found.takenBack;
        tally.faults.push(...found.faults);
      }
      tally.acknowledged += expectations.acknowledged();
      removeTempFolders();
    }
  } finally {
    queue.stop();
  }
  return tally;
}

/** Tells what came of it, and fails if anything was lost or damaged. */
export function expectWhole(name: string, tally: Tally): void {
  console.log(
    `${name}: ${tally.kills} kills, ${tally.acknowledged} acknowledged, ${tally.lost} lost, ` +
      `${tally.faults.length} faults (seed ${seed})`,
  );
  expect(tally).toMatchObject({ lost: 0, faults: [], takenBack: 0 });
}

/** Programs that are up and wait for their order: while one is killed and looked at, the next one starts. */
function createQueue({ programs, program }: Plan): {
  readonly next: () => RunningProgram;
  readonly stop: () => void;
} {
  const start = () =>
    startProgram([process.execPath, programs.path(program)], {
      // Starting is most of the work here, and reading scripts most of starting.
      env: { NODE_COMPILE_CACHE: programs.path('compiled') },
    });
  let waiting = start();
  return {
    next: () => {
      const first = waiting;
      waiting = start();
      return first;
    },
    stop: () => waiting.kill(),
  };
}

/** Lets a program work and kills it; then opens the journal as the application does, and looks at everything. */
async function killOnce(
  plan: Plan,
  program: RunningProgram,
  order: WriteOrder,
  { lines, touched, ms }: Moment,
  expectations: Expectations,
  last: boolean,
): Promise<Omit<Tally, 'kills' | 'acknowledged'>> {
  await program.wrote(1);
  program.send(order);
  await program.wrote(lines);
  if (touched !== undefined) await waitForTouch(order.folder, touched);
  await new Promise((resolve) => setTimeout(resolve, ms));
  program.kill();
  const { signal } = await program.ended;
  if (signal !== 'SIGKILL') throw new Error(`ended by itself: ${program.complaints()}`);
  expectations.hear(program.lines);
  const journal = await plan.open(order.folder, program.lines);
  try {
    const lost = await expectations.missing(journal);
    await plan.look?.(journal, order.folder, last);
    return { lost, faults: [...findFaults(journal.context.db)], takenBack: journal.takenBack };
  } finally {
    journal.close();
  }
}

/** What is not touched for so long is not waited for: the kill comes at any moment then. */
const TOUCH_PATIENCE_MS = 5_000;

function waitForTouch(folder: string, name: string): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      watcher.close();
      resolve();
    };
    const timer = setTimeout(done, TOUCH_PATIENCE_MS);
    const watcher = watch(folder, (_event, file) => {
      if (file === name) done();
    });
  });
}
