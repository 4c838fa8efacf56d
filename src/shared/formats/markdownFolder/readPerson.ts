import { type ContactWay, contactWay, type Detail, detail, personDraft } from '../../models/person.ts';
import type { PersonRecord } from '../records.ts';
import { type FieldReader, readFields, textsOf } from './fieldValues.ts';
import { type FoundPhotos, takePhoto } from './findPhotos.ts';
import type { Field, Note } from './frontMatter.ts';
import { kithId, takeInstant, takePlainLinks } from './kithFields.ts';
import { parseMaps, takeKnown, takeLine, takePersonTags } from './knownFields.ts';
import { noteName } from './noteDate.ts';
import { takeNoteFacts } from './noteFacts.ts';
import { type LinkRules, readText } from './noteLinks.ts';
import { takeNoteTies } from './noteTies.ts';
import { appendRest } from './restBlock.ts';

/** Fields that are ways to reach somebody, with the label that their name says. */
const CONTACT_FIELDS: Readonly<Record<string, Pick<ContactWay, 'kind' | 'label'>>> = {
  email: { kind: 'email', label: '' },
  emails: { kind: 'email', label: '' },
  'e-mail': { kind: 'email', label: '' },
  phone: { kind: 'phone', label: '' },
  phones: { kind: 'phone', label: '' },
  mobile: { kind: 'phone', label: 'mobile' },
  website: { kind: 'url', label: '' },
  url: { kind: 'url', label: '' },
  address: { kind: 'address', label: '' },
};

export interface PersonRules extends Omit<LinkRules, 'plainLinks'> {
  /** The pictures of the source, where they are wanted. */
  readonly photos?: FoundPhotos;
}

/**
 * Reads a person's note. Its key is its path. What has no field of its own becomes a detail under the label it had;
 * what does not fit there either stands after the notes, word for word.
 */
export function readPerson(path: string, note: Note, rules: PersonRules): PersonRecord {
  // Of front matter that is broken nothing is taken but what sort of note it is: its text stays in the notes as it is.
  const front = readFields(note.broken ? [] : note.fields);
  const id = kithId(front);
  const createdAt = takeInstant(front, 'created');
  if (id) takeInstant(front, 'changed');
  const plainLinks = takePlainLinks(front);
  const { name, otherNames } = takeNames(path, front, id !== null);
  const nicknames = [...takeNicknames(front), ...otherNames];
  const preferredName = takeLine(
    front,
    personDraft.shape.preferredName.safeParse,
    'preferredname',
    'preferred_name',
  );
  const circle = takeLine(front, personDraft.shape.name.safeParse, 'circle');
  const contactWays = takeContactWays(front);
  const known = takeKnown(front, rules.targets);
  const { tags, details: odd } = takePersonTags(front, id !== null);
  const photo = rules.photos ? takePhoto(path, front, rules.photos) : null;
  const facts = takeNoteFacts(front);
  const ties = takeNoteTies(front, rules.targets);
  const { details, rest } = readDetails([...odd], front);
  return {
    kind: 'person',
    key: path,
    where: path,
    id,
    name,
    preferredName,
    nicknames,
    contactWays,
    circle,
    ...known,
    tags,
    photo,
    facts,
    ties,
    details,
    notes: readText(appendRest(note.body, rest), { ...rules, plainLinks }),
    createdAt,
  };
}

/** Names that links may use for a person's note beside its own. */
export function namesOf(path: string, note: Note): readonly string[] {
  const front = readFields(note.fields);
  const { name } = takeNames(path, front, true);
  return [...takeNicknames(front), ...(name === noteName(path) ? [] : [name])];
}

function takeNames(path: string, front: FieldReader, ours: boolean) {
  const ofFile = noteName(path).trim().slice(0, 200) || 'Unnamed';
  const name = takeLine(front, personDraft.shape.name.safeParse, 'name') || ofFile;
  // In an export of Kith the file's name is only the name made safe for a disk.
  return { name, otherNames: ours || name === ofFile ? [] : [ofFile] };
}

function takeNicknames(front: FieldReader): readonly string[] {
  const names: string[] = [];
  for (let field = next(); field; field = next()) {
    const texts = textsOf(field.value);
    const parsed = personDraft.shape.nicknames.safeParse(texts);
    if (!parsed.success || names.length + parsed.data.length > 40) break;
    front.understand(field);
    names.push(...parsed.data);
  }
  return names;
  function next() {
    return front.find('aliases', 'alias', 'nicknames', 'nickname');
  }
}

function takeContactWays(front: FieldReader): readonly ContactWay[] {
  const ways: ContactWay[] = [];
  const ours = front.find('contact');
  const listed = ours && parseMaps(ours.value, contactWay.safeParse);
  if (ours && listed) {
    front.understand(ours);
    ways.push(...listed);
  }
  for (const [name, way] of Object.entries(CONTACT_FIELDS)) {
    const field = front.find(name);
    const parsed = field && textsOf(field.value)?.map((value) => contactWay.safeParse({ ...way, value }));
    if (!field || !parsed?.every(({ success }) => success)) continue;
    front.understand(field);
    ways.push(...parsed.flatMap(({ data }) => data ?? []));
  }
  return ways;
}

function readDetails(found: readonly Detail[], front: FieldReader) {
  const details: Detail[] = [...found];
  const ours = front.find('details');
  const listed = ours && parseMaps(ours.value, detail.safeParse);
  if (ours && listed) {
    front.understand(ours);
    details.push(...listed);
  }
  const rest: Field[] = [];
  for (const field of front.rest()) {
    const made = (textsOf(field.value) ?? [textOfSource(field)]).map((value) =>
      detail.safeParse({ label: field.key, value }),
    );
    if (made.every(({ success }) => success) && details.length + made.length <= 400) {
      details.push(...made.flatMap(({ data }) => data ?? []));
    } else rest.push(field);
  }
  return { details, rest };
}

/** What stands after the label of a field that is more than a text or a list, moved to the left. */
function textOfSource({ key, source }: Field): string {
  if (!source.startsWith(`${key}:`)) return source.trimEnd();
  const lines = source
    .slice(key.length + 1)
    .trimEnd()
    .replace(/^[ \t]*\r?\n/, '')
    .split('\n');
  const indent = Math.min(...lines.map((line) => line.search(/\S|$/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}
