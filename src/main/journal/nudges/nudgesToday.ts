import type { JournalOutput, JournalParsed } from '../../../shared/contract/index.ts';
import type { Evidence, Nudge } from '../../../shared/models/nudge.ts';
import { callName } from '../../../shared/models/person.ts';
import { hidesOn } from '../../../shared/rules/nudges/acts.ts';
import { type Plan, planDay } from '../../../shared/rules/nudges/budget.ts';
import type { Candidate } from '../../../shared/rules/nudges/candidate.ts';
import { toNudge } from '../../../shared/rules/nudges/finish.ts';
import { chooseOpenings, type FactWords } from '../../../shared/rules/nudges/openings.ts';
import type { JournalContext } from '../context.ts';
import { readSettings } from '../settings/handlers.ts';
import { type ComputedNudges, computeNudges } from './computeNudges.ts';
import { readInterest } from './readInterest.ts';

/** As many of what is folded come with the day. */
const FOLDED = 20;

/** The nudges of today, each in its place. */
export function nudgesToday(context: JournalContext): JournalOutput<'nudges.today'> {
  const computed = computeNudges(context);
  const plan = planOf(context, computed);
  const folded = withWords(computed, plan.folded, 0, FOLDED);
  const told = tellWithDay(context, computed, plan, folded);
  const nudgesOf = (candidates: readonly Candidate[]) => candidates.flatMap((one) => told.get(one) ?? []);
  return {
    day: computed.today,
    three: plan.three.flatMap(({ candidate, act }) => {
      const nudge = told.get(candidate);
      return nudge ? [{ nudge, act }] : [];
    }),
    occasions: nudgesOf(plan.occasions),
    promises: nudgesOf(plan.promises),
    replies: nudgesOf(plan.replies),
    others: nudgesOf(plan.others),
    folded: nudgesOf(folded),
    foldedCount: plan.folded.length,
    budget: plan.budget,
  };
}

/** More of what is folded. */
export function foldedNudges(
  context: JournalContext,
  { offset, limit }: JournalParsed<'nudges.folded'>,
): JournalOutput<'nudges.folded'> {
  const computed = computeNudges(context);
  const plan = planOf(context, computed);
  const folded = withWords(computed, plan.folded, offset, limit);
  const told = tellWithDay(context, computed, plan, folded);
  return folded.flatMap((candidate) => told.get(candidate) ?? []);
}

/** Everything that speaks for turning to one person. */
export function nudgesOfPerson(context: JournalContext, personId: string): Nudge[] {
  const computed = computeNudges(context);
  const acts = new Map(computed.acts.map((act) => [act.key, act] as const));
  const own = computed.ranked.filter((candidate) => {
    const act = acts.get(candidate.key);
    const isHidden = act !== undefined && act.act !== 'swapped' && hidesOn(act, candidate, computed.today);
    return !isHidden && !candidate.isSettled && candidate.people.some(({ id }) => id === personId);
  });
  const told = tellWithDay(context, computed, planOf(context, computed), own);
  return own.flatMap((candidate) => told.get(candidate) ?? []);
}

/** How many nudges today has that are not done yet, and whom the first are about. */
export function nudgesDigest(context: JournalContext): JournalOutput<'nudges.digest'> {
  const plan = planOf(context, computeNudges(context));
  const three = plan.three.flatMap(({ candidate, act }) => (act === null ? [candidate] : []));
  const open = [...three, ...plan.occasions, ...plan.promises, ...plan.replies, ...plan.others];
  const names = open.map(({ people: [person] }) => callName(person));
  return { count: open.length, people: [...new Set(names)].slice(0, 3) };
}

function planOf(context: JournalContext, { today, ranked, acts, evidenceOf }: ComputedNudges): Plan {
  const { weekMinutes } = readSettings(context.db);
  return planDay({
    ranked,
    acts,
    weekMinutes,
    today,
    hasEvidence: (candidate) => evidenceOf(candidate).length > 0,
  });
}

function shownOf({ three, occasions, promises, replies, others }: Plan): readonly Candidate[] {
  return [...three.map(({ candidate }) => candidate), ...occasions, ...promises, ...replies, ...others];
}

/** `limit` candidates from `offset` on, but for those without words, which are no nudges. */
function withWords(
  { evidenceOf }: ComputedNudges,
  candidates: readonly Candidate[],
  offset: number,
  limit: number,
): readonly Candidate[] {
  return candidates.slice(offset, offset + limit).filter((candidate) => evidenceOf(candidate).length > 0);
}

/**
 * The nudges of a day and `more`. The day's own come first, best first and with what was done today still among them, so
 * that all day each keeps its opening, and nobody is given one that somebody else was given in the morning.
 */
function tellWithDay(
  context: JournalContext,
  computed: ComputedNudges,
  plan: Plan,
  more: readonly Candidate[],
): ReadonlyMap<Candidate, Nudge> {
  const { ranked, acts, today } = computed;
  const done = new Set(acts.flatMap(({ key, act, day }) => (act === 'done' && day === today ? [key] : [])));
  const shown = new Set(shownOf(plan));
  const ofDay = ranked.filter((candidate) => shown.has(candidate) || done.has(candidate.key));
  return tell(context, computed, [...new Set([...ofDay, ...more])]);
}

/** The nudges of some candidates, with openings of which no two are alike. */
function tell(
  context: JournalContext,
  { today, evidenceOf }: ComputedNudges,
  candidates: readonly Candidate[],
): ReadonlyMap<Candidate, Nudge> {
  const told = candidates.flatMap((candidate) => {
    const evidence = evidenceOf(candidate);
    return evidence.length === 0 ? [] : [{ candidate, ...withFact(context, candidate, evidence) }];
  });
  const openings = chooseOpenings(
    told.map(({ candidate: { key, opening, people }, fact }) => ({ key, kind: opening, people, fact })),
    today,
  );
  return new Map(
    told.map(({ candidate, evidence }, i) => [candidate, toNudge(candidate, evidence, openings[i] ?? null)]),
  );
}

interface WithFact {
  readonly evidence: readonly Evidence[];
  readonly fact: FactWords | null;
}

/** The evidence of a candidate, with the fact that its opening may speak of. */
function withFact(
  context: JournalContext,
  { openingFact, people: [person] }: Candidate,
  evidence: readonly Evidence[],
): WithFact {
  if (openingFact?.kind === 'evidence') {
    return { evidence, fact: { text: openingFact.words, evidenceIndex: 0 } };
  }
  const interest = openingFact?.kind === 'interest' ? readInterest(context, person.id) : null;
  if (interest === null) return { evidence, fact: null };
  return {
    evidence: [...evidence, interest.evidence],
    fact: { text: interest.words, evidenceIndex: evidence.length },
  };
}
