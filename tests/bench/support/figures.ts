/** The time a work took, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** The value below which a share of the values lies; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2)).padStart(8);

/** One line of figures: the 50th, 95th and 99th percentile and the worst, in milliseconds. */
export function figures(name: string, values: readonly number[]): string {
  const columns = [0.5, 0.95, 0.99, 1].map((share) => round(percentile(values, share)));
  return `${name.padEnd(34)}${String(values.length).padStart(6)}${columns.join('')}`;
}

export const figuresHead = `${''.padEnd(34)}  keys     p50     p95     p99   worst`;
