import { KithError } from '../../../shared/contract/errors.ts';
import type { Handlers, MethodsOf } from '../context.ts';
import { computeNudges } from './computeNudges.ts';
import { planDigest, takeDigest } from './digest.ts';
import { actOn, takeBack } from './nudgeActs.ts';
import { foldedNudges, nudgesDigest, nudgesOfPerson, nudgesToday } from './nudgesToday.ts';

/** Whom to turn to, and what was done about it. */
export const nudges: Handlers<MethodsOf<'nudges'>> = {
  'nudges.today': nudgesToday,
  'nudges.folded': foldedNudges,
  'nudges.ofPerson': (context, { personId }) => nudgesOfPerson(context, personId),
  'nudges.act': (context, { key, act, until }) => {
    const nudge = computeNudges(context).ranked.find((candidate) => candidate.key === key);
    if (!nudge) throw new KithError('notFound', 'This suggestion is none any more.');
    actOn(context, nudge, { act, until });
    return null;
  },
  'nudges.takeBack': (context, { key }) => {
    takeBack(context, key);
    return null;
  },
  'nudges.digest': nudgesDigest,
  'nudges.takeDigest': takeDigest,
  'nudges.planDigest': planDigest,
};
