import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * The sockets of these processes that reach, or could be reached from, another computer, as `/proc/net` writes them.
 * Linux only. Loopback is left out: the test driver itself listens there.
 */
export function outsideSockets(pids: readonly number[]): readonly string[] {
  const theirs = new Set(pids.flatMap(socketsOf));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readLines(`/proc/net/${kind}`)
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local = '', remote = '', , , , , , , inode = '']) => {
        return theirs.has(inode) && !(isLoopback(local) && (isLoopback(remote) || isNowhere(remote)));
      })
      .map(([, local, remote]) => `${kind} ${local} ${remote}`),
  );
}

/** The TCP ports on which these processes wait to be called, from this computer or another. Linux only. */
export function listeningPorts(pids: readonly number[]): readonly number[] {
  const theirs = new Set(pids.flatMap(socketsOf));
  return ['tcp', 'tcp6'].flatMap((kind) =>
    readLines(`/proc/net/${kind}`)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode = '']) => state === LISTENING && theirs.has(inode))
      .map(([, local = '']) => Number.parseInt(local.split(':')[1] ?? '', 16)),
  );
}

/** As `/proc/net/tcp` writes it. */
const LISTENING = '0A';

/** The processes whose parent is among `pids`, their children, and so on, with `pids` themselves. */
export function withDescendants(pids: readonly number[]): readonly number[] {
  const all = new Set(pids);
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  for (let before = 0; before < all.size; ) {
    before = all.size;
    for (const [pid, parent] of parents) if (all.has(parent)) all.add(pid);
  }
  return [...all];
}

function parentOf(pid: string): number {
  const line = readLines(`/proc/${pid}/status`).find((text) => text.startsWith('PPid:'));
  return Number(line?.slice('PPid:'.length) ?? 0);
}

function socketsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const target = readlinkSync(`/proc/${pid}/fd/${fd}`);
      return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [];
    });
  } catch {
    // The process, or one of its files, is gone by now.
    return [];
  }
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    // A process that is gone, or a kernel without IPv6.
    return [];
  }
}

const isLoopback = (address: string) => /^(0100007F|0{24}01000000|0{16}FFFF00000100007F):/.test(address);
const isNowhere = (address: string) => /^0+:0000$/.test(address);
