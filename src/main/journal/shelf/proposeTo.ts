import type { JournalOutput } from '../../../shared/contract/index.ts';
import type { Circle } from '../../../shared/models/circle.ts';
import type { ShelfItem } from '../../../shared/models/shelf.ts';
import { readTopic } from '../../../shared/rules/nudges/matchTopic.ts';
import { NEWS_CIRCLES, proposeTakers, type Taker } from '../../../shared/rules/shelf.ts';
import { readCircles } from '../circles/listCircles.ts';
import type { JournalContext } from '../context.ts';
import { readLikes, whoMayLike } from './likes.ts';

/** As many people are looked at for each topic. Whoever has more that like one thing knows whom to choose. */
const MOST_PEOPLE = 300;

/** Who would like a thing and was not given it yet, with why. */
export function proposeTo(
  context: JournalContext,
  item: ShelfItem,
  limit: number,
): JournalOutput<'shelf.proposals'> {
  const shared = new Set(item.sharedWith.map(({ person }) => person.id));
  const circles = readCircles(context.db);
  const takers = [...whoMayTake(context, item, circles)].flatMap((n) => readTaker(context, n, circles) ?? []);
  const proposals = proposeTakers(
    item,
    takers.filter(({ person }) => !shared.has(person.id)),
  );
  return { total: proposals.length, proposals: proposals.slice(0, limit) };
}

function whoMayTake(
  { db, people }: JournalContext,
  item: ShelfItem,
  circles: readonly Circle[],
): ReadonlySet<number> {
  const liking = item.topics.flatMap((name) => {
    const topic = readTopic(name);
    return topic === null ? [] : whoMayLike(db, topic, MOST_PEOPLE);
  });
  const near = item.isMyNews ? circles.slice(0, NEWS_CIRCLES) : [];
  const close = near.flatMap(({ id }) => people.inCircle(id)).flatMap(({ id }) => people.number(id) ?? []);
  return new Set([...liking, ...close]);
}

function readTaker({ db, people }: JournalContext, n: number, circles: readonly Circle[]): Taker | null {
  const name = people.name(n);
  const row = name && people.row(name.id);
  if (!row) return null;
  const place = circles.findIndex(({ id }) => id === row.circleId);
  const circle = circles[place];
  return {
    person: { id: row.id, name: row.name, preferredName: row.preferredName },
    likes: readLikes(db, n, row.id),
    circle: circle ? { name: circle.name, place } : null,
    lastTalk: row.lastTalk,
  };
}
