/**
 * Sorts by path so that names follow each other as people count: `2024-05-01`, `2024-05-01 2`, `2024-05-01 10`.
 * The order is the same on every computer.
 */
export function sortByPath<T extends { readonly path: string }>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, pieces: piecesOf(item.path) }))
    .sort((a, b) => comparePieces(a.pieces, b.pieces) || compareText(a.item.path, b.item.path))
    .map(({ item }) => item);
}

function piecesOf(path: string): readonly string[] {
  return path.replace(/\.[^./]*$/, '').split(/(\d+)/);
}

function comparePieces(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = comparePiece(a[i] ?? '', b[i] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function comparePiece(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return compareText(a, b);
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  return left.length - right.length || compareText(left, right);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
