import { z } from 'zod';
import type { Facet } from '../models/fact.ts';
import type { Evidence } from '../models/nudge.ts';
import type { PersonName } from '../models/person.ts';
import type { ShelfItemDraft } from '../models/shelf.ts';
import { matchesTopic, readTopic, type Topic } from './nudges/matchTopic.ts';

/** Something by which somebody may like a thing. */
export interface Liking {
  readonly kind: 'fact' | 'group' | 'tag';
  /** Of a fact. */
  readonly facet: Facet | null;
  /** Where a topic is looked for. */
  readonly text: string;
  /** As a few words that can be said to them; null for what cannot. */
  readonly spoken: string | null;
  readonly evidence: Evidence;
}

/** Somebody who may like a thing, and what is known of them. */
export interface Taker {
  readonly person: PersonName;
  readonly likes: readonly Liking[];
  /** Their circle and its place, 0 for the innermost; null where they are in none. */
  readonly circle: { readonly name: string; readonly place: number } | null;
  /** The day of the last talk. */
  readonly lastTalk: string | null;
}

/** Why somebody would like a thing: what they like has to do with it, or they are close and it is the user's own news. */
export type Because =
  | {
      readonly kind: 'topic';
      readonly topic: string;
      readonly of: Liking['kind'];
      readonly facet: Facet | null;
      readonly evidence: Evidence;
    }
  | { readonly kind: 'news'; readonly circle: string };

export interface Proposal {
  readonly person: PersonName;
  readonly because: Because;
}

/** News of one's own goes without saying to the people of so many circles. */
export const NEWS_CIRCLES = 2;

/** What says most comes first: words about them, what they belong to, what they are tagged with, how close they are. */
const strength = { fact: 0, group: 1, tag: 2, news: 3 } as const;

/**
 * Those of `takers` who would like a thing, each with the one reason that says most: a topic of it, in whole words,
 * without regard to case, accents and plurals, is in what is known of them. Of those with the same reason, the closest
 * and then those talked with last come first.
 */
export function proposeTakers(
  item: Pick<ShelfItemDraft, 'topics' | 'isMyNews'>,
  takers: readonly Taker[],
): Proposal[] {
  const topics = item.topics.flatMap((name) => readTopic(name) ?? []);
  return takers
    .flatMap((taker) => {
      const because = findReason(topics, item.isMyNews, taker);
      return because === null ? [] : [{ taker, because }];
    })
    .sort((a, b) => compare(a, b))
    .map(({ taker, because }) => ({ person: taker.person, because }));
}

function findReason(topics: readonly Topic[], isMyNews: boolean, { likes, circle }: Taker): Because | null {
  const reasons = likes.flatMap(({ kind, facet, text, evidence }) =>
    topics.flatMap((topic): Extract<Because, { readonly kind: 'topic' }>[] =>
      matchesTopic(topic, text)
        ? [{ kind: 'topic' as const, topic: topic.name, of: kind, facet, evidence }]
        : [],
    ),
  );
  const [first] = reasons.sort((a, b) => strength[a.of] - strength[b.of]);
  if (first) return first;
  const isClose = circle !== null && circle.place < NEWS_CIRCLES;
  return isMyNews && isClose ? { kind: 'news', circle: circle.name } : null;
}

interface Found {
  readonly taker: Taker;
  readonly because: Because;
}

function compare(a: Found, b: Found): number {
  return (
    strengthOf(a.because) - strengthOf(b.because) ||
    placeOf(a.taker) - placeOf(b.taker) ||
    compareText(b.taker.lastTalk ?? '', a.taker.lastTalk ?? '') ||
    compareText(a.taker.person.id, b.taker.person.id)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function strengthOf(because: Because): number {
  return because.kind === 'news' ? strength.news : strength[because.of];
}

function placeOf({ circle }: Taker): number {
  return circle?.place ?? Number.MAX_SAFE_INTEGER;
}

/** What a thing is called: its title, or the first line of it, or its address. Empty where it has nothing of these. */
export function nameOfItem({ title, body, url }: Pick<ShelfItemDraft, 'title' | 'body' | 'url'>): string {
  const firstLine = body.split('\n').find((line) => line.trim() !== '') ?? '';
  return [title, firstLine, url].map((one) => one.trim()).find((one) => one !== '') ?? '';
}

/** What a browser can go to: it refuses some names that look like one (`a.0`). */
const address = z.url();
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;
/** With a name that has a dot in it, or is a number in brackets, and no word of who comes before it. */
const WEB =
  /^https?:\/\/(?:[^\s/?#@:[\]]+\.[^\s/?#@:[\]]+|localhost|\[[0-9a-f:.]+\])(?::\d+)?(?:[/?#]\S*)?$/i;

/**
 * The web address that somebody means by what they typed, `https://` before it where it has no scheme; null for what is
 * none, and for addresses that do not lead into the web.
 */
export function readWebAddress(typed: string): string | null {
  const text = typed.trim();
  const whole = SCHEME.test(text) ? text : `https://${text}`;
  return WEB.test(whole) && address.safeParse(whole).success ? whole : null;
}
