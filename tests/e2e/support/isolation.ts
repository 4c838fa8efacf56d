import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Programs on a network of their own, where every packet is written down. Linux only.

const script = join(import.meta.dirname, 'isolation.sh');

/** Ways to a network of one's own: an ordinary user's, then root's where users have none. */
const ways = [
  ['--user', '--map-current-user', '--keep-caps', '--net', '--mount'],
  ['--net', '--mount'],
];

/** What `unshare` has to be told here to make a network of its own, or null if the system does not allow it. */
export function findIsolation(): readonly string[] | null {
  if (process.platform !== 'linux') return null;
  const needed = 'ip link add near type veth peer name far && tcpdump --version && setpriv --version';
  const works = (way: readonly string[]) =>
    spawnSync('unshare', [...way, 'sh', '-c', needed], { stdio: 'ignore' }).status === 0;
  return ways.find(works) ?? null;
}

/**
 * Runs a command on a network of its own and writes down its packets in `folder`; see isolation.sh. Gives its exit code
 * and what it said.
 */
export function runIsolated(
  isolation: readonly string[],
  folder: string,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn('unshare', [...isolation, 'sh', script, folder, ...command], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });
}

export interface Packet {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The interface it was seen on: `lo` inside the computer, `near` on the way out. */
  readonly on: string;
  /** What it was, as tcpdump writes it. */
  readonly line: string;
}

/** The packets that `runIsolated` wrote down, each once. */
export function readPackets(folder: string): readonly Packet[] {
  return (
    readFileSync(join(folder, 'packets.txt'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [, seconds = '', on = ''] = /^([\d.]+) (\S+) /.exec(line) ?? [];
        return { at: Number(seconds) * 1000, on, line };
      })
      // What one end of the cable sends, the other gets.
      .filter(({ on }) => on !== 'far')
  );
}

/** How many packets passed unseen, since there were too many at once. */
export function countMissed(folder: string): number {
  const log = readFileSync(join(folder, 'tcpdump.log'), 'utf8');
  return Number(/^(\d+) packets? dropped by kernel/m.exec(log)?.[1] ?? Number.NaN);
}

/** Whether a packet went between these ports of this computer and a client of theirs on it. */
export function isOfPorts({ on, line }: Packet, ports: readonly number[]): boolean {
  const [, from, to] = / IP 127\.0\.0\.1\.(\d+) > 127\.0\.0\.1\.(\d+): Flags /.exec(line) ?? [];
  return on === 'lo' && (ports.includes(Number(from)) || ports.includes(Number(to)));
}
