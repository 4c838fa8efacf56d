import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outsideSockets, withDescendants } from './support/sockets.ts';
import { expect, test } from './support/test.ts';
import { takeTour } from './support/tour.ts';

// Every feature is used while the system says of each of our processes whether it asks for the network.

test.setTimeout(5 * 60_000);

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
  const pids = withDescendants([main]);
  const strace = spawn('strace', [
    ...['-f', '-qq', '-o', log, '-e', `trace=${calls}`, '-e', 'signal=none'],
    ...pids.flatMap((pid) => ['-p', String(pid)]),
  ]);
  const complaints: string[] = [];
  strace.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const ended = new Promise((resolve) => strace.once('close', resolve));
  await kith.page.waitForTimeout(500);

  await takeTour(kith, 'marzipan', join(folder, 'notes'));
  await kith.page.keyboard.press('Control+l');
  await expect(kith.page.getByRole('heading', { name: 'Your journal is locked' })).toBeVisible();
  expect(outsideSockets(withDescendants([main]))).toEqual([]);
  strace.kill('SIGINT');
  await ended;

  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  rmSync(folder, { recursive: true });
  const outside = lines.filter((line) => /AF_INET6?|PF_INET6?|AF_PACKET|sin6?_addr/.test(line));
  console.log(
    `silence: ${pids.length} processes at first, ${lines.length} calls about sockets, ${outside.length} of them beyond this computer` +
      (complaints.length > 0 ? `; strace: ${complaints.join('').trim()}` : ''),
  );
  // The processes do talk to one another, which shows that they were listened to.
  expect(lines.length).toBeGreaterThan(0);
  expect(outside).toEqual([]);
});
