import { dayNumber, dayOfNumber, isDay } from '../../../shared/models/day.ts';
import { labelKey } from '../../../shared/rules/facts/factLabels.ts';
import {
  type GatheredDate,
  type GatheredNews,
  NEWS_DAYS,
  OCCASION_AHEAD,
  OCCASION_LATE,
  type OccasionKind,
} from '../../../shared/rules/nudges/occasion.ts';
import type { Store } from '../store/openStore.ts';
import { statement } from '../store/statements.ts';
import { type FactSqlRow, factEvidence } from './factRows.ts';
import type { KnownPeople } from './gatherPeople.ts';

/** The dates that come round about now: of people, and of what is known of them. */
export function gatherDates(store: Store, people: KnownPeople, today: string): readonly GatheredDate[] {
  const monthDays = JSON.stringify(monthDaysAround(today));
  return [...datesOfPeople(store, people, monthDays), ...datesOfFacts(store, people, monthDays)];
}

/** `MM-DD` of each day on which an occasion would be brought up today. */
function monthDaysAround(today: string): readonly string[] {
  const number = dayNumber(today);
  const days = Array.from({ length: OCCASION_AHEAD + OCCASION_LATE + 1 }, (_, i) =>
    dayOfNumber(Math.max(1, number - OCCASION_LATE + i)),
  );
  return days.flatMap((day) => {
    const monthDay = day.slice(5);
    const isLastOfCommonFebruary = monthDay === '02-28' && !isDay(`${day.slice(0, 4)}-02-29`);
    return isLastOfCommonFebruary ? [monthDay, '02-29'] : [monthDay];
  });
}

interface DateSqlRow {
  readonly person_n: number;
  readonly kind: string;
  readonly label: string;
  readonly date: string;
}

function datesOfPeople(store: Store, people: KnownPeople, monthDays: string): readonly GatheredDate[] {
  const rows = statement<[string], DateSqlRow>(
    store,
    `SELECT person_n, kind, label, date FROM json_each(?) AS wanted
     CROSS JOIN person_date INDEXED BY person_date_by_month_day ON month_day = wanted.value`,
  ).all(monthDays);
  return rows.flatMap(({ person_n, kind, label, date }) => {
    const person = people.get(person_n);
    if (!person || !isOccasion(kind)) return [];
    const evidence = { quote: date, day: null, source: sourcePerson(person.id) };
    return [{ person, kind, label, date, evidence }];
  });
}

function isOccasion(kind: string): kind is OccasionKind {
  return kind === 'birthday' || kind === 'anniversary' || kind === 'remembrance';
}

const sourcePerson = (personId: string) => ({ kind: 'person' as const, personId });

/** Labels of dates among the facts that come round every year. */
const occasionsByLabel: Readonly<Record<string, OccasionKind>> = {
  birthday: 'birthday',
  'wedding day': 'anniversary',
};

function datesOfFacts(store: Store, people: KnownPeople, monthDays: string): readonly GatheredDate[] {
  const rows = statement<[string], FactSqlRow>(
    store,
    `SELECT fact.id, person_n, facet, label, text, date, learned_on, entry_id, quote FROM json_each(?) AS wanted
     CROSS JOIN fact INDEXED BY fact_by_month_day ON month_day = wanted.value
     WHERE facet = 'dates' AND retired_on IS NULL`,
  ).all(monthDays);
  return rows.flatMap((fact) => {
    const person = people.get(fact.person_n);
    const kind = occasionsByLabel[labelKey('dates', fact.label)];
    if (!person || !kind || fact.date === null) return [];
    const evidence = factEvidence(fact);
    return [{ person, kind, label: kind === 'birthday' ? '' : fact.label, date: fact.date, evidence }];
  });
}

/** What was learned of people's work of late, where it took the place of what was known before. */
export function gatherNews(store: Store, people: KnownPeople, today: string): readonly GatheredNews[] {
  const since = dayOfNumber(Math.max(1, dayNumber(today) - NEWS_DAYS));
  const rows = statement<[string, string], FactSqlRow>(
    store,
    `SELECT id, person_n, facet, label, text, date, learned_on, entry_id, quote FROM fact INDEXED BY fact_news
     WHERE facet = 'work' AND retired_on IS NULL AND learned_on BETWEEN ? AND ?
       AND EXISTS (
         SELECT 1 FROM fact AS old INDEXED BY fact_by_person
         WHERE old.person_n = fact.person_n AND old.facet = 'work' AND old.retired_by = fact.id
       )`,
  ).all(since, today);
  return rows.flatMap((fact) => {
    const person = people.get(fact.person_n);
    if (!person || !['employer', 'role'].includes(labelKey('work', fact.label))) return [];
    const { id, text, learned_on } = fact;
    return [{ person, factId: id, text, learnedOn: learned_on, evidence: factEvidence(fact) }];
  });
}
