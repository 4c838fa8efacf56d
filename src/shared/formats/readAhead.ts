/**
 * Reads `items` in order with up to `count` of them on their way at a time, so that one wait for the disk is not
 * followed by another. However the loop over it ends, nothing is left on its way.
 */
export async function* readAhead<Item, Result>(
  items: readonly Item[],
  count: number,
  read: (item: Item) => Promise<Result>,
): AsyncIterable<readonly [Item, Result]> {
  const pending: Promise<Result>[] = [];
  let next = 0;
  const fill = () => {
    for (let item = items[next]; item !== undefined && pending.length < count; item = items[++next]) {
      const reading = read(item);
      // It fails where it is waited for; until then nobody listens.
      reading.catch(() => undefined);
      pending.push(reading);
    }
  };
  try {
    for (const item of items) {
      fill();
      const first = pending.shift();
      if (first) yield [item, await first];
    }
  } finally {
    await Promise.allSettled(pending);
  }
}
