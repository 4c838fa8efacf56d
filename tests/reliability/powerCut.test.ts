import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openJournal } from '../../src/main/journal/openJournal.ts';
import { journalPath } from '../../src/main/journal/vault/keyFile.ts';
import { makeTempFolder, removeTempFolders } from '../support/folders.ts';
import { testClock, testKey } from '../support/journal.ts';
import { type BuiltPrograms, buildPrograms } from './support/buildPrograms.ts';
import { PATIENCE_MS, seed, times } from './support/counts.ts';
import { createDisk } from './support/disk.ts';
import { createExpectations } from './support/expectations.ts';
import { below, makeRandom, type Random } from './support/random.ts';
import { startProgram } from './support/runningProgram.ts';
import { type FileCall, readTrace, traceFiles, whyNoStrace } from './support/strace.ts';
import { findFaults } from './support/wholeness.ts';

// Everything that the journal's process does to its files is recorded; then the power is cut at random moments of the
// record. What was synced by then is there; of what was written after, random sectors, in another order.

const CUTS_A_RECORD = 100;
const ACTS = 90;
const STDOUT = 1;

const whyNot = whyNoStrace();
if (whyNot !== null) console.log(`power cuts: ${whyNot}`);

let programs: BuiltPrograms;
beforeAll(async () => {
  programs = await buildPrograms('write');
});
afterAll(() => programs.remove());
afterEach(removeTempFolders);

interface Recording {
  readonly folder: string;
  readonly calls: readonly FileCall[];
}

/** Records a journal from its beginning, closed and opened again every few acts. */
async function record(number: number, synchronous: string | undefined): Promise<Recording> {
  const folder = makeTempFolder();
  const log = join(makeTempFolder(), 'calls');
  const program = startProgram(traceFiles(log, [process.execPath, programs.path('write')]));
  program.send({
    folder,
    seed: seed + number,
    work: number % 2 === 0 ? 'close' : 'write',
    acts: ACTS,
    ...(synchronous === undefined ? {} : { synchronous }),
  });
  const { code } = await program.ended;
  if (code !== 0 || program.lines.at(-1) !== 'end') throw new Error(program.complaints());
  return { folder, calls: readTrace(log) };
}

/** How a journal fared after the power was cut. */
type Fate = 'whole' | 'lost' | 'damaged';

async function lookAt(folder: string, lines: readonly string[]): Promise<Fate> {
  const expectations = createExpectations();
  expectations.hear(lines);
  try {
    const journal = openJournal(journalPath(folder), {
      key: testKey,
      create: true,
      clock: testClock(),
      newId: v7,
    });
    try {
      if (findFaults(journal.context.db).length > 0) return 'damaged';
      return (await expectations.missing(journal)) > 0 || journal.takenBack > 0 ? 'lost' : 'whole';
    } finally {
      journal.close();
    }
  } catch {
    // In the control, anything may be wrong with the file. Where nothing may, it shows in the count.
    return 'damaged';
  }
}

/** As many moments, in their order, each after so many calls; a fifth of them while the journal is being made. */
function chooseMoments(count: number, calls: readonly FileCall[], random: Random): readonly number[] {
  const made = calls.findIndex((call) => call.call === 'write' && call.bytes.toString() === 'open\n');
  return Array.from({ length: count }, (_, i) => below(random, (i % 5 === 0 ? made : calls.length) + 1)).sort(
    (a, b) => a - b,
  );
}

/** Cuts the power so often, and counts how the journals fared. */
async function cutPower(cuts: number, synchronous?: string) {
  const random = makeRandom(seed);
  const fates = { whole: 0, lost: 0, damaged: 0 };
  let acknowledged = 0;
  for (let number = 0; number * CUTS_A_RECORD < cuts; number++) {
    const { folder, calls } = await record(number, synchronous);
    const moments = chooseMoments(Math.min(CUTS_A_RECORD, cuts - number * CUTS_A_RECORD), calls, random);
    const disk = createDisk(folder);
    let told = '';
    let taken = 0;
    for (const moment of moments) {
      for (const call of calls.slice(taken, moment)) {
        if (call.call === 'write' && call.fd === STDOUT) told += call.bytes.toString('utf8');
        else disk.take(call);
      }
      taken = moment;
      const remains = makeTempFolder();
      disk.cut(remains, random);
      fates[await lookAt(remains, told.split('\n').slice(0, -1))] += 1;
      rmSync(remains, { recursive: true });
    }
    acknowledged += told.split('"about":"done"').length - 1;
    removeTempFolders();
  }
  console.log(
    `power cuts${synchronous ? `, synchronous=${synchronous}` : ''}: ${cuts}: ${fates.whole} whole, ` +
      `${fates.lost} lost rows, ${fates.damaged} damaged; ${acknowledged} acknowledged (seed ${seed})`,
  );
  return fates;
}

describe.skipIf(whyNot !== null)('a power cut', () => {
  const cuts = times(100, 1_000);

  test(
    'takes nothing that was acknowledged',
    async () => {
      expect(await cutPower(cuts)).toEqual({ whole: cuts, lost: 0, damaged: 0 });
    },
    PATIENCE_MS,
  );

  test(
    'would take much if the journal did not wait for the disk, so that this test can fail',
    async () => {
      const { lost, damaged } = await cutPower(cuts, 'OFF');
      expect(lost + damaged).toBeGreaterThan(cuts / 10);
    },
    PATIENCE_MS,
  );

  test(
    'would take rows with the driver’s own default',
    async () => {
      const { lost } = await cutPower(cuts, 'NORMAL');
      expect(lost).toBeGreaterThan(cuts / 10);
    },
    PATIENCE_MS,
  );
});
