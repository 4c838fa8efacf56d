import { KithError } from '../../../shared/contract/errors.ts';

/** More than any vault there is; what an archive can only claim to hold must end somewhere. */
export const MOST_FILES = 500_000;
export const MOST_DEPTH = 100;
/** All that one reading of a source may unpack or read. */
export const MOST_SOURCE_BYTES = 16 * 1024 * 1024 * 1024;

export function tooManyFiles(): KithError {
  return new KithError(
    'unreadableSource',
    `There are more than ${MOST_FILES.toLocaleString('en')} files in it. Please choose a smaller folder.`,
  );
}
