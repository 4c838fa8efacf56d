import { spawnSync } from 'node:child_process';
import { makeTempFolder } from '../../support/folders.ts';

/** A disk of its own, in memory. Linux only, and only root can have one. */
export interface Mount {
  readonly folder: string;
  readonly setReadOnly: (readOnly: boolean) => void;
  readonly remove: () => void;
}

/** Why there can be no disk of our own here, or null if there can be. */
export function whyNoMounts(): string | null {
  if (process.platform !== 'linux') return 'Disks in memory are on Linux only: this was not tried here.';
  if (process.getuid?.() !== 0) return 'Only root can mount a disk: this was not tried.';
  try {
    mountDisk(1).remove();
    return null;
  } catch {
    return 'Nothing can be mounted here: this was not tried.';
  }
}

/** Mounts an empty disk of so many MiB. */
export function mountDisk(sizeMiB: number): Mount {
  const folder = makeTempFolder();
  run('mount', '-t', 'tmpfs', '-o', `size=${sizeMiB}m,mode=755`, 'kith-test', folder);
  return {
    folder,
    setReadOnly: (readOnly) => run('mount', '-o', `remount,${readOnly ? 'ro' : 'rw'}`, folder),
    remove: () => run('umount', '--lazy', folder),
  };
}

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
}
