import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Set<string>();

/** A fresh temporary folder; removed by {@link removeTempFolders}. */
export function makeTempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kith-test-'));
  made.add(folder);
  return folder;
}

/** Removes what {@link makeTempFolder} made: for `afterEach`. */
export function removeTempFolders(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
  made.clear();
}

/** Every file in `folder` by name, with its bytes. */
export function readFolder(folder: string): ReadonlyMap<string, Buffer> {
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}
