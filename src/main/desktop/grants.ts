import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { KithError } from '../../shared/contract/errors.ts';

/** A file or folder that the user chose. */
export interface Granted {
  readonly token: string;
  readonly path: string;
  readonly name: string;
}

/** Keeps the paths that the user chose, under random tokens: a window only ever holds tokens. */
export interface Grants {
  readonly give: (path: string) => Granted;
  /** The path of what is called `name` directly inside a granted folder. Fails with `badInput`. */
  readonly pathInside: (token: string, name: string) => string;
}

/** `onGiven` is told of each, so that the journal process can read or write there. */
export function createGrants(onGiven: (granted: Granted) => void): Grants {
  const given = new Map<string, Granted>();
  return {
    give: (path) => {
      const granted = { token: randomBytes(24).toString('base64url'), path, name: basename(path) || path };
      given.set(granted.token, granted);
      onGiven(granted);
      return granted;
    },
    pathInside: (token, name) => {
      const granted = given.get(token);
      if (granted === undefined || !isPlainName(name)) {
        throw new KithError('badInput', 'Please choose the folder again.');
      }
      return join(granted.path, name);
    },
  };
}

function isPlainName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[\\/\0]/.test(name);
}
