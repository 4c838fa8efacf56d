import { KithError } from '../../../shared/contract/errors.ts';

/** Counts the bytes that really come out of a source, whatever its headers say. */
export interface ByteBudget {
  /** Fails with `unreadableSource` once more than the budget was read. */
  readonly spend: (bytes: number) => void;
}

export function makeByteBudget(bytes: number): ByteBudget {
  let rest = bytes;
  return {
    spend: (count) => {
      rest -= count;
      if (rest >= 0) return;
      throw new KithError(
        'unreadableSource',
        'There is far more in it than Kith can read. Nothing was imported.',
      );
    },
  };
}
