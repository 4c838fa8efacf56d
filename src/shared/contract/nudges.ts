import { z } from 'zod';
import { day } from '../models/day.ts';
import { id } from '../models/ids.ts';
import { nudge, nudgeAct, nudgeKey } from '../models/nudge.ts';
import { method } from './define.ts';

/** One of the Daily Three, and what was done about it today. */
export const dailyNudge = z.object({ nudge, act: nudgeAct.nullable() });
export type DailyNudge = Readonly<z.infer<typeof dailyNudge>>;

/** For how many people there is something today; null for names that are not to be shown. */
export const digest = z.object({ count: z.int().min(1), names: z.array(z.string()).max(3).nullable() });
export type Digest = Readonly<z.infer<typeof digest>>;

export const digestPlan = z.object({
  /** The hour of the day; null: none is told. */
  hour: z.int().nullable(),
  /** The day on which it was told last. */
  toldOn: day.nullable(),
  /** The day on which this was planned. */
  plannedOn: day,
  days: z.array(day),
});
export type DigestPlan = Readonly<z.infer<typeof digestPlan>>;

const list = z.array(nudge);

export const nudges = {
  /**
   * Whom to turn to today. Each nudge stands in one place. What was done, snoozed or refused is left out, but for what
   * was done today about one of the three; what does not fit into the week's time is folded.
   */
  'nudges.today': method(
    z.object({}),
    z.object({
      /** The user's day that all of it is for. */
      day,
      /** At most three, of three different people; fewer where there is no more to suggest or no more time. */
      three: z.array(dailyNudge).max(3),
      occasions: list,
      promises: list,
      replies: list,
      others: list,
      /** The first of those that do not fit, best first; see `nudges.folded`. */
      folded: list,
      foldedCount: z.int(),
      budget: z.object({
        weekMinutes: z.int(),
        /** Of what was done since Monday. */
        spentMinutes: z.int(),
        /** Of what is shown and not done yet; together with the spent ones never more than the week has. */
        plannedMinutes: z.int(),
      }),
    }),
  ),
  /** More of what does not fit into the week's time, best first. */
  'nudges.folded': method(
    z.object({ offset: z.int().min(0).max(1_000_000), limit: z.int().min(1).max(100).default(50) }),
    list,
  ),
  /** Everything that speaks for turning to one person today, whatever the week's time says. */
  'nudges.ofPerson': method(z.object({ personId: id }), list),
  /**
   * Notes what was done about a nudge. `until` goes with `snoozed`, and lies ahead. A promise of the user's own that is
   * done is kept from now on. Fails with `badInput`, and with `notFound` for a nudge that is none any more.
   */
  'nudges.act': method(
    z.object({ key: nudgeKey, act: nudgeAct, until: day.nullable().default(null) }),
    z.null(),
  ),
  /** Takes back what was done about a nudge last. Nothing happens where nothing was done. */
  'nudges.takeBack': method(z.object({ key: nudgeKey }), z.null()),
  /**
   * For the notification of the day: null if it is not its hour, if it was told, or if there is nothing to tell;
   * otherwise for how many people there is something, and the first names, unless notifications are private. It is told
   * by that.
   */
  'nudges.takeDigest': method(z.object({}), digest.nullable()),
  /** When it will be told, and on which of the next days there would be something to tell if nothing changed. */
  'nudges.planDigest': method(z.object({}), digestPlan),
  /** For a notification: how many nudges are shown today and not done yet, and whom the first of them are about. */
  'nudges.digest': method(z.object({}), z.object({ count: z.int(), people: z.array(z.string()).max(3) })),
};
