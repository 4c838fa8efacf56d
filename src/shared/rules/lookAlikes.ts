import type { ContactWay } from '../models/person.ts';
import { contactKeys } from './contactKeys.ts';
import { foldName, nameForms, nearForms } from './nameForms.ts';
import { sayList } from './sayCounts.ts';

/** What of a person may tell that they are in the journal twice. */
export interface Likeable {
  readonly n: number;
  readonly name: string;
  /** What else they are called: preferred name, nicknames, former names. */
  readonly otherNames: readonly string[];
  readonly contactWays: readonly Pick<ContactWay, 'kind' | 'label' | 'value'>[];
}

/** Two people who may be one, and why: a sentence each, the strongest first. */
export interface LookAlikes {
  readonly a: number;
  readonly b: number;
  readonly reasons: readonly string[];
  /** How much the reasons weigh together, for the order only. */
  readonly weight: number;
}

interface Reason {
  readonly weight: number;
  readonly words: string;
}

/** A phone or an address that more people share is that of a house or a firm. */
const MOST_SHARING = 4;
const WEIGHTS = { sameName: 4, oneWord: 2, alsoCalled: 3, nearName: 2, email: 5, phone: 4, url: 5 } as const;

/**
 * Finds pairs of people who may be one and the same, most likely first: by names that are the same but for case,
 * accents, the order of words and initials, or one letter apart; by a name of the one that is another name of the other;
 * by e-mail address, phone number or profile. Everybody is put under a few keys, and those under one key are compared, so
 * that it takes time in proportion to the people: a generator that yields after each few hundred of them, for the caller
 * to let others go first.
 * @param areTwo whether the user said of these two that they are not the same
 */
export function* findLookAlikes(
  people: readonly Likeable[],
  areTwo: (a: number, b: number) => boolean,
): Generator<void, readonly LookAlikes[]> {
  const pairs = makePairs(people, areTwo);
  yield* compareNames(people, pairs);
  yield* compareContactWays(people, pairs);
  return pairs.list();
}

interface Pairs {
  readonly add: (a: number, b: number, reason: Reason) => void;
  readonly list: () => readonly LookAlikes[];
}

function makePairs(people: readonly Likeable[], areTwo: (a: number, b: number) => boolean): Pairs {
  const found = new Map<string, { a: number; b: number; reasons: Reason[] }>();
  const names = new Map(people.map(({ n, name }) => [n, name]));
  return {
    add: (x, y, reason) => {
      const [a, b] = x < y ? [x, y] : [y, x];
      if (a === b || areTwo(a, b)) return;
      const key = `${a} ${b}`;
      const pair = found.get(key);
      if (!pair) found.set(key, { a, b, reasons: [reason] });
      else if (pair.reasons.every(({ words }) => words !== reason.words)) pair.reasons.push(reason);
    },
    list: () =>
      [...found.values()]
        .map(({ a, b, reasons }) => ({
          a,
          b,
          reasons: reasons.toSorted((x, y) => y.weight - x.weight).map(({ words }) => words),
          weight: reasons.reduce((sum, { weight }) => sum + weight, 0),
        }))
        .sort(
          (x, y) => y.weight - x.weight || compare(names.get(x.a), names.get(y.a)) || x.a - y.a || x.b - y.b,
        ),
  };
}

const collator = new Intl.Collator('en', { sensitivity: 'base' });
const compare = (x = '', y = '') => collator.compare(x, y);

/** People of one step: about ten milliseconds. */
const STEP = 400;

function* everyStep<T>(all: readonly T[], use: (one: T) => void): Generator<void> {
  for (const [i, one] of all.entries()) {
    use(one);
    if (i % STEP === STEP - 1) yield;
  }
}

function* compareNames(people: readonly Likeable[], pairs: Pairs): Generator<void> {
  const byForm = new Map<string, Likeable[]>();
  const byNear = new Map<string, Likeable[]>();
  const formsOf = new Map<Likeable, readonly string[]>();
  yield* everyStep(people, (person) => {
    const forms = nameForms(person.name);
    formsOf.set(person, forms);
    for (const form of forms) put(byForm, form, person);
    const [whole] = forms;
    if (whole !== undefined) for (const near of nearForms(whole)) put(byNear, near, person);
  });
  for (const [form, same] of byForm) {
    const weight = form.includes(' ') ? WEIGHTS.sameName : WEIGHTS.oneWord;
    for (const [a, b] of neighbours(same)) pairs.add(a.n, b.n, { weight, words: saySameName(a, b) });
  }
  yield* everyStep(people, (person) => {
    for (const [form, called] of otherForms(person)) {
      for (const other of byForm.get(form)?.slice(0, MOST_SHARING) ?? []) {
        if (formsOf.get(person)?.includes(form)) continue;
        const words = `${person.name} is also called “${called}”.`;
        pairs.add(person.n, other.n, { weight: WEIGHTS.alsoCalled, words });
      }
    }
  });
  const shared = [...byNear.values()].filter(({ length }) => length > 1);
  yield* everyStep(shared, (near) => {
    for (const [a, b] of neighbours(near)) {
      if (formsOf.get(a)?.some((form) => formsOf.get(b)?.includes(form))) continue;
      const words = `Their names are one letter apart: “${a.name}” and “${b.name}”.`;
      pairs.add(a.n, b.n, { weight: WEIGHTS.nearName, words });
    }
  });
}

function saySameName(a: Likeable, b: Likeable): string {
  return a.name === b.name
    ? `Both are called “${a.name}”.`
    : `Their names say the same: “${a.name}” and “${b.name}”.`;
}

/** What else somebody may be called in full, with the words of the user for it. */
function otherForms({ name, otherNames }: Likeable): ReadonlyMap<string, string> {
  const surname = foldName(name).split(' ').slice(1).at(-1);
  const forms = new Map<string, string>();
  for (const other of otherNames) {
    const [whole] = nameForms(other);
    if (whole === undefined) continue;
    forms.set(whole, other);
    // Whom the journal knows as Elizabeth Pepys and as Bess may also stand in it as Bess Pepys.
    const [withSurname] =
      surname === undefined || whole.includes(' ') ? [] : nameForms(`${other} ${surname}`);
    if (withSurname !== undefined) forms.set(withSurname, other);
  }
  return forms;
}

function* compareContactWays(people: readonly Likeable[], pairs: Pairs): Generator<void> {
  const byKey = new Map<string, { kind: 'email' | 'phone' | 'url'; value: string; who: Likeable[] }>();
  yield* everyStep(people, (person) => {
    for (const way of person.contactWays) {
      for (const { kind, key } of contactKeys(way)) {
        const known = byKey.get(`${kind} ${key}`);
        if (!known) byKey.set(`${kind} ${key}`, { kind, value: way.value, who: [person] });
        else if (known.who.at(-1) !== person) known.who.push(person);
      }
    }
  });
  for (const { kind, value, who } of byKey.values()) {
    if (who.length > MOST_SHARING) continue;
    for (const [a, b] of everyTwo(who)) {
      pairs.add(a.n, b.n, { weight: WEIGHTS[kind], words: `Both have the ${contactWords[kind]} ${value}.` });
    }
  }
}

const contactWords = { email: 'e-mail address', phone: 'phone number', url: 'profile' } as const;

function put(groups: Map<string, Likeable[]>, key: string, person: Likeable): void {
  const group = groups.get(key);
  if (!group) groups.set(key, [person]);
  else if (group.at(-1) !== person) group.push(person);
}

/** Each with each while they are few; of many, each with the next, so that a thousand of one name are not a million pairs. */
function neighbours(group: readonly Likeable[]): readonly (readonly [Likeable, Likeable])[] {
  if (group.length <= MOST_SHARING) return everyTwo(group);
  return group.slice(1).map((person, i) => [group[i] as Likeable, person] as const);
}

function everyTwo(group: readonly Likeable[]): readonly (readonly [Likeable, Likeable])[] {
  return group.flatMap((a, i) => group.slice(i + 1).map((b) => [a, b] as const));
}

/** The reasons of a pair as one text, for a label. */
export function sayReasons(reasons: readonly string[]): string {
  return sayList(reasons.map((reason) => reason.replace(/\.$/, '')));
}
