import type { PersonName, PersonRow } from '../../../shared/models/person.ts';
import type { Store } from '../store/openStore.ts';
import { readAliases } from './aliases.ts';
import { makeNameFinder } from './findNames.ts';
import { byRecentTalk, type IndexedPerson, readEverybody, readSome } from './readPeople.ts';

/** Everybody in memory, light, so that lookups at every key never touch the disk. */
export interface PeopleIndex {
  /** The row of a person by id, also by one that they had before they were merged. */
  readonly row: (id: string) => PersonRow | undefined;
  /** The small integer of a person, as index tokens use it. */
  readonly number: (id: string) => number | undefined;
  /** Everybody who is in the circle. */
  readonly inCircle: (circleId: string) => readonly PersonRow[];
  readonly all: () => readonly PersonRow[];
  /** Fuzzy lookup, best first: a trigram prefilter, then fuse.js. Without text, those spoken with last. */
  readonly suggest: (text: string, limit: number) => readonly PersonRow[];
  /** Everybody whom `suggest` would ever give for `text`, best first. */
  readonly find: (text: string) => readonly PersonRow[];
  /** Reads these people again after they, or entries with them, changed. */
  readonly refresh: (numbers: Iterable<number>) => void;
  readonly name: (number: number) => PersonName | undefined;
  /** All ids that texts may name a person by: theirs, and those of people who were merged with them. */
  readonly ids: (number: number) => readonly string[];
  /** Reads anew which ids mean somebody else. Call it after people were merged, or are two again. */
  readonly refreshAliases: () => void;
  /** A task for quiet moments: makes the first lookup by name as quick as the next. */
  readonly warm: () => boolean;
  /** A number that is another after every change, for whoever keeps something made from the index. */
  readonly version: () => number;
}

/** From this many on, reading everybody is quicker than reading one by one. */
const MANY = 500;
/** People whose names are taken apart in a few milliseconds. */
const WARM_STEP = 300;

/** Reads everybody from the store; 10,000 people take some tens of milliseconds. */
export function buildPeopleIndex(db: Store): PeopleIndex {
  const byNumber = new Map<number, IndexedPerson>();
  const byId = new Map<string, IndexedPerson>();
  const finder = makeNameFinder((n) => byNumber.get(n));
  let version = 0;
  let rows: readonly PersonRow[] | null = null;
  let recent: readonly PersonRow[] | null = null;

  let aliases: ReadonlyMap<string, number> = new Map();
  const refreshAliases = () => {
    aliases = new Map(readAliases(db).map(({ oldId, n }) => [oldId, n]));
  };
  const personById = (id: string) => {
    const known = byId.get(id);
    if (known) return known;
    const n = aliases.get(id);
    return n === undefined ? undefined : byNumber.get(n);
  };

  const put = (person: IndexedPerson) => {
    byNumber.set(person.n, person);
    byId.set(person.row.id, person);
    finder.put(person);
  };
  const drop = (n: number) => {
    const person = byNumber.get(n);
    if (!person) return;
    byNumber.delete(n);
    byId.delete(person.row.id);
    finder.drop(n);
  };
  const all = () => {
    rows ??= [...byNumber.values()].map(({ row }) => row);
    return rows;
  };
  const recentFirst = () => {
    recent ??= [...byNumber.values()].sort(byRecentTalk).map(({ row }) => row);
    return recent;
  };
  const find = (text: string) => finder.find(text)?.map(({ row }) => row) ?? recentFirst();

  refreshAliases();
  for (const person of readEverybody(db)) put(person);
  return {
    row: (id) => personById(id)?.row,
    number: (id) => personById(id)?.n,
    name: (n) => byNumber.get(n)?.row,
    ids: (n) => {
      const person = byNumber.get(n);
      if (!person) return [];
      const old = [...aliases].flatMap(([id, number]) => (number === n ? [id] : []));
      return [person.row.id, ...old];
    },
    refreshAliases,
    inCircle: (circleId) => all().filter((row) => row.circleId === circleId),
    all,
    find,
    suggest: (text, limit) => find(text).slice(0, limit),
    version: () => version,
    warm: () => finder.prepare(WARM_STEP),
    refresh: (numbers) => {
      const wanted = [...new Set(numbers)];
      if (wanted.length === 0) return;
      const read = wanted.length < MANY ? readSome(db, wanted) : readEverybody(db);
      const living = new Set(read.map(({ n }) => n));
      for (const n of wanted) if (!living.has(n)) drop(n);
      for (const person of read) put(person);
      version++;
      rows = null;
      recent = null;
    },
  };
}
