import { KithError } from '../../shared/contract/errors.ts';
import type { Digest, DigestPlan } from '../../shared/contract/nudges.ts';
import type { Table } from '../../shared/contract/wire.ts';
import type { Clock } from '../../shared/models/ids.ts';
import { hadStruckBy, isDigestDue, type LocalMoment } from '../../shared/rules/digestTime.ts';

export interface DigestKeeperOptions {
  readonly clock: Clock;
  /** Asks the journal; rejects with `locked` while it is. */
  readonly ask: (method: 'nudges.takeDigest' | 'nudges.planDigest') => Promise<unknown>;
  /** It is time for the notification of the day, and there is something to tell. */
  readonly onDigest: (digest: Digest) => void;
  /** What to go by while the journal is locked; null while that is not known, for something was changed. */
  readonly onPlan: (plan: DigestPlan | null) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Knows the hour of the digest while the journal is open. */
export interface DigestKeeper {
  /** Somebody opened the journal: what the hour would have told today, they see. */
  readonly opened: () => void;
  /** The journal was opened again after a crash, which nobody needs to notice. */
  readonly reopened: () => void;
  readonly changed: (tables: readonly Table[]) => void;
  readonly stop: () => void;
}

/** Somebody who changes one thing may change more: the plan is made when they rest. */
const REST_MS = 5_000;
/** Often enough for a clock that was set, and after the computer slept. */
const LOOK_EVERY_MS = 30_000;
const MINUTE_MS = 60_000;

/** What changes without changing whom to turn to. */
const quiet: ReadonlySet<Table> = new Set(['vault', 'backups', 'draft', 'trash', 'tag', 'importBatch']);

export function createDigestKeeper(options: DigestKeeperOptions): DigestKeeper {
  const { clock } = options;
  let plan: DigestPlan | null = null;
  let openedAt: LocalMoment | null = null;
  let planning: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;

  const makePlan = async () => {
    plan = (await options.ask('nudges.planDigest')) as DigestPlan;
    options.onPlan(plan);
  };
  const planSoon = (ms: number) => {
    clearTimeout(planning);
    planning = setTimeout(() => void attempt(makePlan), ms);
    planning.unref();
  };
  const look = async () => {
    if (plan === null) return;
    const now = clock.local();
    if (plan.plannedOn !== now.day) await makePlan();
    if (!isDigestDue(plan, now) || isSeen(plan.hour, now)) return;
    const digest = (await options.ask('nudges.takeDigest')) as Digest | null;
    if (digest !== null) options.onDigest(digest);
    await makePlan();
  };
  const isSeen = (hour: number | null, { day }: LocalMoment) =>
    hour !== null && openedAt !== null && hadStruckBy(openedAt, hour, day);
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      // Locked, it is for main to go by the plan.
      if (!(error instanceof KithError && error.kind === 'locked')) options.onFailure(error);
    }
  };
  const lookOn = () => {
    // At the full minute, at which hours strike.
    const wait = Math.min(LOOK_EVERY_MS, MINUTE_MS - (clock.now() % MINUTE_MS) + 20);
    looking = setTimeout(() => void attempt(look).then(lookOn), wait);
    looking.unref();
  };
  lookOn();

  return {
    opened: () => {
      openedAt = clock.local();
      planSoon(0);
    },
    reopened: () => planSoon(0),
    changed: (tables) => {
      if (plan === null || tables.every((table) => quiet.has(table))) return;
      options.onPlan(null);
      planSoon(tables.includes('setting') ? 0 : REST_MS);
    },
    stop: () => {
      clearTimeout(planning);
      clearTimeout(looking);
    },
  };
}
