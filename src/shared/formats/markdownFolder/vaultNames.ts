import { makeNameGiver, safeFileName } from './fileNames.ts';
import { buildLinkTargets, type LinkTargets } from './linkTargets.ts';

export const PEOPLE_FOLDER = 'People';
export const JOURNAL_FOLDER = 'Journal';

/** The people of an export, by the names of their notes. */
export interface VaultNames {
  /** The name of a person's note, without folder and ending; undefined for somebody who is not in the export. */
  readonly noteOf: (personId: string) => string | undefined;
  /** Where the person's note lies, which is their key when the export is read. */
  readonly pathOf: (personId: string) => string | undefined;
  /** The id of the person whose note lies there. */
  readonly idOf: (path: string) => string | undefined;
  /** Whom a reader of the export takes a link to mean. */
  readonly targets: LinkTargets;
}

/** Gives every person's note a name of its own. */
export function nameVault(
  people: readonly { readonly id: string; readonly name: string; readonly nicknames: readonly string[] }[],
): VaultNames {
  const giveName = makeNameGiver();
  const named = people.map((person) => {
    const note = giveName(safeFileName(person.name, 'Unnamed'));
    return { ...person, note, path: `${PEOPLE_FOLDER}/${note}.md` };
  });
  const byId = new Map(named.map((person) => [person.id, person]));
  const byPath = new Map(named.map((person) => [person.path, person]));
  return {
    noteOf: (id) => byId.get(id)?.note,
    pathOf: (id) => byId.get(id)?.path,
    idOf: (path) => byPath.get(path)?.id,
    targets: buildLinkTargets(
      named.map(({ path, name, note, nicknames }) => ({
        path,
        isPerson: true,
        aliases: name === note ? nicknames : [...nicknames, name],
      })),
    ),
  };
}
