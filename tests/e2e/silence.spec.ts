import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Phase } from './silence.isolated.ts';
import { countMissed, findIsolation, isOfPorts, readPackets, runIsolated } from './support/isolation.ts';
import { outsideSockets, withDescendants } from './support/sockets.ts';
import { expect, test } from './support/test.ts';
import { takeTour } from './support/tour.ts';

// Every feature is used: once while the system says of each of our processes whether it asks for the network, and once
// on a network on which every packet is written down.

test.setTimeout(8 * 60_000);

/** Every way of asking the system for another computer, or for its name. */
const calls = 'socket,connect,sendto,sendmsg,sendmmsg,bind';

/** Whether one may look over the shoulder of a running process. */
function mayTrace(): boolean {
  try {
    execFileSync('strace', ['-o', '/dev/null', '-e', 'trace=none', 'true']);
    return process.platform === 'linux';
  } catch {
    return false;
  }
}

test('a tour of every feature asks nothing of the network', async ({ kith }) => {
  test.skip(!mayTrace(), 'strace is not here, or may not trace: this was not tried.');
  const folder = mkdtempSync(join(tmpdir(), 'kith-silence-'));
  const log = join(folder, 'calls');
  const main = kith.app.process().pid ?? 0;
  // Chromium tries things out in processes that end at once.
  await kith.page.waitForTimeout(1_000);
  const pids = withDescendants([main]);
  const strace = spawn('strace', [
    ...['-f', '-qq', '-o', log, '-e', `trace=${calls}`, '-e', 'signal=none'],
    ...pids.flatMap((pid) => ['-p', String(pid)]),
  ]);
  const complaints: string[] = [];
  strace.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const ended = new Promise((resolve) => strace.once('close', resolve));
  await kith.page.waitForTimeout(500);
  const unwatched = [...complaints.join('').matchAll(/PTRACE_SEIZE, (\d+)/g)].map(([, pid]) => Number(pid));
  expect(withDescendants([main]).filter((pid) => unwatched.includes(pid))).toEqual([]);

  await takeTour(kith, 'marzipan', join(folder, 'notes'));
  await kith.page.keyboard.press('Control+l');
  await expect(kith.page.getByRole('heading', { name: 'Your journal is locked' })).toBeVisible();
  expect(outsideSockets(withDescendants([main]))).toEqual([]);
  strace.kill('SIGINT');
  await ended;

  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  rmSync(folder, { recursive: true });
  const outside = lines.filter((line) => /AF_INET6?|PF_INET6?|AF_PACKET|sin6?_addr/.test(line));
  const askedForNames = lines.filter((line) => /sun_path=".*(nscd|resolve|avahi|mdns|sssd)/i.test(line));
  console.log(
    `silence: ${pids.length} processes at first, ${lines.length} calls about sockets, ${outside.length} of them beyond this computer` +
      (complaints.length > 0 ? `; strace: ${complaints.join('').trim()}` : ''),
  );
  // The processes do talk to one another, which shows that they were listened to.
  expect(lines.length).toBeGreaterThan(0);
  expect(outside).toEqual([]);
  // Nor is any other program of the system asked for the name of another computer.
  expect(askedForNames).toEqual([]);
});

const untried =
  'Here one can neither make a network of its own nor listen to it, so packets were not looked for. As root, or where ' +
  'users may have namespaces, with iproute2 and tcpdump: npm test -- --only e2e silence';

test('a tour of every feature sends no packet', async () => {
  const isolation = findIsolation();
  if (isolation === null) console.log(untried);
  test.skip(isolation === null, untried);
  const folder = mkdtempSync(join(tmpdir(), 'kith-packets-'));
  const phases = await spendPhases(isolation ?? [], folder);
  const packets = readPackets(folder);
  const missed = countMissed(folder);
  rmSync(folder, { recursive: true });

  const heardIn = (name: Phase['name']) => {
    const phase = phases.find((one) => one.name === name);
    const all = packets.filter(({ at }) => phase !== undefined && at >= phase.from && at <= phase.to);
    const others = all.filter((packet) => !isOfPorts(packet, phase?.driverPorts ?? []));
    return { others: others.map(({ line }) => line), ofDriver: all.length - others.length, phase };
  };
  const [tour, kith, bare] = [heardIn('tour'), heardIn('kithProvoked'), heardIn('othersProvoked')];
  const controls = [heardIn('heardBefore'), heardIn('heardAfter')];
  const seconds = ((tour.phase?.to ?? 0) - (tour.phase?.from ?? 0)) / 1000;
  console.log(
    `packets: in ${seconds.toFixed(0)} s of the tour ${tour.others.length}, beside ${tour.ofDriver} of the driver; ` +
      `${kith.others.length} of Kith provoked, ${bare.others.length} of a bare window provoked alike; ` +
      `${controls.map(({ others }) => others.length).join(' and ')} of the controls; ${missed} missed`,
  );

  // Somebody did listen all the while, to names, to addresses, and within the computer.
  expect(missed).toBe(0);
  for (const { others } of controls) {
    const heard = others.join('\n');
    expect(heard).toMatch(/ near .* > 192\.0\.2\.1\.53: .*somebody\.example/);
    expect(heard).toMatch(/ near .* > 192\.0\.2\.80\.80: Flags \[S\]/);
    if (existsSync('/proc/net/if_inet6')) {
      expect(heard).toMatch(/ near .* > 2001:db8::80\.80: Flags \[S\]/);
    }
    expect(heard).toMatch(/ lo .* > 127\.0\.0\.1\.9: Flags \[S\]/);
  }
  // And Chromium would have asked here, had nothing held it back.
  expect(bare.others.join('\n')).toMatch(/somebody\.example/);
  expect(bare.others.join('\n')).toMatch(/ > 192\.0\.2\.80\.80: Flags \[S\]/);
  expect(bare.others.join('\n')).toMatch(/ > 192\.0\.2\.78\.3478: UDP/);
  expect(bare.others.join('\n')).toMatch(/ > 192\.0\.2\.77\.9999: UDP/);

  // The driver talks to two ports within the computer, which Kith opens only for it.
  expect(tour.phase?.driverPorts.length).toBe(2);
  expect(tour.ofDriver).toBeGreaterThan(0);
  expect(tour.others).toEqual([]);
  expect(kith.others).toEqual([]);
  // Nor did anything come between.
  expect(packets.filter(({ at }) => !phases.some(({ from, to }) => at >= from && at <= to))).toEqual([]);
});

/** Runs silence.isolated.ts on a network of its own; `folder` gets the packets. */
async function spendPhases(isolation: readonly string[], folder: string): Promise<readonly Phase[]> {
  const file = join(folder, 'phases.json');
  const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const output = join(folder, 'output');
  mkdirSync(output);
  const { code, said } = await runIsolated(
    isolation,
    folder,
    [
      ...[process.execPath, playwright, 'test', '--project', 'isolated', '--reporter', 'line'],
      ...['--config', join(import.meta.dirname, 'playwright.config.ts'), '--output', output],
    ],
    { ...process.env, KITH_PHASES: file },
  );
  expect(code, said).toBe(0);
  return JSON.parse(readFileSync(file, 'utf8')) as readonly Phase[];
}
