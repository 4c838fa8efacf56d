import { describe, expect, test } from 'vitest';
import { type FolderProbe, findSyncedFolder } from '../../../src/main/journal/backups/syncedFolder.ts';

/** A computer with these files and mounts. */
const computer = (files: readonly string[] = [], mounts = ''): FolderProbe => ({
  exists: (path) => files.includes(path),
  mounts: () => mounts,
});

describe('a folder is known by its name', () => {
  test.each([
    ['/home/mira/Dropbox/Kith', 'Dropbox'],
    ['/home/mira/Dropbox (Personal)/Kith', 'Dropbox'],
    ['C:\\Users\\Mira\\OneDrive\\Kith', 'OneDrive'],
    ['C:\\Users\\Mira\\OneDrive - Lighthouse Trust\\Kith', 'OneDrive'],
    ['/Users/mira/Library/Mobile Documents/com~apple~CloudDocs/Kith', 'iCloud'],
    ['/Users/mira/Library/CloudStorage/Box-Box/Kith', 'a synchronised folder'],
    ['\\\\server\\share\\Kith', 'a network drive'],
  ])('%s', (folder, service) => {
    expect(findSyncedFolder(folder, computer())).toBe(service);
  });

  test.each([
    '/home/mira/.config/Kith',
    '/home/mira/Dropboxes/Kith',
    'C:\\Users\\Mira\\AppData\\Roaming\\Kith',
  ])('and %s is none', (folder) => {
    expect(findSyncedFolder(folder, computer())).toBeNull();
  });
});

test('or by what the service left in it, or above it', () => {
  expect(findSyncedFolder('/home/mira/Sync/a/Kith', computer(['/home/mira/Sync/.stfolder']))).toBe(
    'Syncthing',
  );
  expect(findSyncedFolder('/home/mira/Other/Kith', computer(['/home/mira/Sync/.stfolder']))).toBeNull();
});

test('or by the nearest file system, if that is another computer’s', () => {
  const mounts = [
    '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
    '40 22 0:50 / /home/mira/My\\040Share rw - nfs4 server:/export rw',
    '41 40 0:51 / /home/mira/My\\040Share/local rw - ext4 /dev/sdb1 rw',
  ].join('\n');
  const probe = computer([], mounts);
  expect(findSyncedFolder('/home/mira/My Share/Kith', probe)).toBe('a network drive');
  expect(findSyncedFolder('/home/mira/My Share/local/Kith', probe)).toBeNull();
  expect(findSyncedFolder('/home/mira/My Shared/Kith', probe)).toBeNull();
});
