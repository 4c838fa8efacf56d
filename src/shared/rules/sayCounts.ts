import { sayNumber } from './sayTime.ts';

/** “no entries”, “one entry”, “3,410 entries”. */
export function sayEntries(count: number): string {
  return sayCount(count, 'entry', 'entries');
}

/** “nobody”, “one person”, “60 people”. */
export function sayPeople(count: number): string {
  return count === 0 ? 'nobody' : sayCount(count, 'person', 'people');
}

/** “60 people and 3,410 entries”, or only what there is of them; “nothing” if there is neither. */
export function sayPeopleAndEntries(people: number, entries: number): string {
  const said = [...(people > 0 ? [sayPeople(people)] : []), ...(entries > 0 ? [sayEntries(entries)] : [])];
  return said.length === 0 ? 'nothing' : said.join(' and ');
}

/** The same with small records, such as facts and promises: “60 people, 3,410 entries and two other things”. */
export function sayDeleted(people: number, entries: number, records: number): string {
  if (records === 0) return sayPeopleAndEntries(people, entries);
  if (people + entries === 0) return sayCount(records, 'thing', 'things');
  return sayList([
    ...(people > 0 ? [sayPeople(people)] : []),
    ...(entries > 0 ? [sayEntries(entries)] : []),
    sayCount(records, 'other thing', 'other things'),
  ]);
}

/** “one file”, “12 files”. */
export function sayCount(count: number, one: string, many: string): string {
  const number = count <= 12 ? sayNumber(count) : count.toLocaleString('en');
  return `${number} ${count === 1 ? one : many}`;
}

/** A sentence begins with a capital. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** “Ada”, “Ada and Tom”, “Ada, Tom and Sam”; empty for nobody. */
export function sayList(names: readonly string[]): string {
  return list.format(names);
}
