import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What is asked of the system; passed in, so that a test can be any computer. */
export interface FolderProbe {
  readonly exists: (path: string) => boolean;
  /** The text of `/proc/self/mountinfo`, or nothing where there is no such file. */
  readonly mounts: () => string;
}

const systemProbe: FolderProbe = {
  exists: existsSync,
  mounts: () => {
    try {
      return readFileSync('/proc/self/mountinfo', 'utf8');
    } catch {
      // Only Linux has it.
      return '';
    }
  },
};

/** By the names that the services give their folders, as parts of a path. */
const namedFolders: readonly (readonly [pattern: RegExp, service: string])[] = [
  [/^Dropbox( \(.+\))?$/, 'Dropbox'],
  [/^OneDrive( - .+)?$/, 'OneDrive'],
  [/^(iCloudDrive|iCloud Drive|com~apple~CloudDocs|Mobile Documents)$/, 'iCloud'],
  [/^(Google Drive|GoogleDrive(-.+)?|My Drive)$/, 'Google Drive'],
  [/^(Nextcloud|ownCloud)$/, 'Nextcloud'],
  [/^CloudStorage$/, 'a synchronised folder'],
];

/** By what they leave in them. */
const markers: readonly (readonly [name: string, service: string])[] = [
  ['.stfolder', 'Syncthing'],
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.nextcloudsync.log', 'Nextcloud'],
];

const networkSystems =
  /^(nfs4?|cifs|smb3?|smbfs|afpfs|9p|fuse\.(sshfs|rclone|davfs2?)|davfs|ceph|glusterfs|afs)$/;

/**
 * Which service synchronises `folder`, or that it lies on another computer, in words that follow “lies in”; null if
 * neither can be told. The live journal must not lie there: such services copy the file while it is being written, and
 * put older parts of it back. Copies of it, which are finished when they are copied, may.
 */
export function findSyncedFolder(folder: string, probe: FolderProbe = systemProbe): string | null {
  for (const part of folder.split(/[\\/]/)) {
    const named = namedFolders.find(([pattern]) => pattern.test(part));
    if (named) return named[1];
  }
  for (let at = folder; ; at = dirname(at)) {
    const marked = markers.find(([name]) => probe.exists(join(at, name)));
    if (marked) return marked[1];
    if (dirname(at) === at) break;
  }
  return isOnNetwork(folder, probe) ? 'a network drive' : null;
}

function isOnNetwork(folder: string, probe: FolderProbe): boolean {
  if (/^\\\\[^?.]/.test(folder)) return true;
  const inside = probe
    .mounts()
    .split('\n')
    .flatMap((line) => {
      // https://man7.org/linux/man-pages/man5/proc_pid_mountinfo.5.html: fields up to " - ", then the file system.
      const [before = '', after = ''] = line.split(' - ');
      const point = before
        .split(' ')[4]
        ?.replace(/\\([0-7]{3})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 8)));
      return point !== undefined && isUnder(folder, point)
        ? [{ point, system: after.split(' ')[0] ?? '' }]
        : [];
    });
  const nearest = inside.sort((a, b) => b.point.length - a.point.length)[0];
  return nearest !== undefined && networkSystems.test(nearest.system);
}

function isUnder(folder: string, point: string): boolean {
  return point === '/' || folder === point || folder.startsWith(`${point}/`);
}
