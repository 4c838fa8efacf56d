import type { RingPerson } from '../../../shared/contract/circles.ts';
import type { JournalOutput } from '../../../shared/contract/index.ts';
import type { Circle } from '../../../shared/models/circle.ts';
import type { PersonRow } from '../../../shared/models/person.ts';
import { driftOf } from '../../../shared/rules/drift.ts';
import type { JournalContext } from '../context.ts';
import { readCircles } from './listCircles.ts';

/**
 * Who is in each circle, innermost circle first, at most `perCircle` of each: those who drifted furthest first, then
 * those with whom one never talked.
 */
export function readRings(context: JournalContext, perCircle: number): JournalOutput<'circles.rings'> {
  const { day: today } = context.clock.local();
  return readCircles(context.db).map((circle) => {
    const rows = context.people.inCircle(circle.id);
    const people = rows
      .map((row) => toRingPerson(row, circle))
      .map((person) => ({ person, drift: driftOf(person.lastTalk, person.rhythm, today) ?? -1 }))
      .sort((a, b) => b.drift - a.drift || a.person.name.localeCompare(b.person.name))
      .slice(0, perCircle)
      .map(({ person }) => person);
    return { ...circle, peopleCount: rows.length, people };
  });
}

function toRingPerson({ id, name, preferredName, lastTalk, rhythm }: PersonRow, circle: Circle): RingPerson {
  return { id, name, preferredName, lastTalk, rhythm: rhythm ?? circle.rhythm };
}
