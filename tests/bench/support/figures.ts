/** How long a work took on the clock, and how much of a processor it used meanwhile, in milliseconds. */
export interface Took {
  readonly wall: number;
  /** Tells more than the clock where other programs run as well. */
  readonly cpu: number;
}

/** Does a work and measures it. */
export async function timed(work: () => unknown): Promise<Took> {
  const used = process.cpuUsage();
  const since = performance.now();
  await work();
  const wall = performance.now() - since;
  const { user, system } = process.cpuUsage(used);
  return { wall, cpu: (user + system) / 1000 };
}

/** The value below which a share of the values lies; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2)).padStart(8);

const columns = (values: readonly number[]) =>
  [0.5, 0.95, 0.99, 1].map((share) => round(percentile(values, share))).join('');

/** One line of figures: the 50th, 95th and 99th percentile and the worst, in milliseconds, by the clock and by the processor. */
export function figures(name: string, values: readonly Took[]): string {
  const byClock = columns(values.map(({ wall }) => wall));
  const byProcessor = columns(values.map(({ cpu }) => cpu));
  return `${name.padEnd(28)}${String(values.length).padStart(6)}${byClock}   |${byProcessor}`;
}

export const figuresHead = `${''.padEnd(28)}  keys     p50     p95     p99   worst   |    p50     p95     p99   worst (processor)`;
