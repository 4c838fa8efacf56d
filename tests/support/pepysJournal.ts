import { existsSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { openPromise } from 'yauzl';
import { insertEntry } from '../../src/main/journal/entries/insertEntry.ts';
import { fillPersonDraft, insertPerson } from '../../src/main/journal/people/insertPerson.ts';
import { indexPending } from '../../src/main/journal/search/indexPending.ts';
import { refreshVocabulary } from '../../src/main/journal/search/vocabulary.ts';
import { makeMention } from '../../src/shared/rules/mentions.ts';
import { entryDraftOf, openTestJournal, type TestJournal } from './journal.ts';

const vault = fileURLToPath(new URL('../../../shared/samples/pepys-vault.zip', import.meta.url));

/** Whether the sample, the diary of Samuel Pepys, lies beside the repository. */
export const pepysIsHere: boolean = existsSync(vault);

/**
 * Opens a journal that holds the diary of Samuel Pepys, indexed, with its people as mentions. It is put in directly
 * and not by an import, for what is tested with it is search.
 */
export async function openPepysJournal(): Promise<TestJournal> {
  return openDiary(await readVault());
}

/** Opens a journal that holds these people and entries, indexed. `[[Name|shown]]` becomes a mention. */
export function openDiary({ people, entries }: Diary): TestJournal {
  const journal = openTestJournal();
  const { context } = journal;
  context.db.transaction(() => {
    const ids = new Map(people.map((name) => [name, insertPerson(context, fillPersonDraft({ name })).id]));
    context.people.refresh(context.db.prepare('SELECT n FROM person').pluck().all() as number[]);
    for (const { day, text } of entries) {
      const body = text.replace(/\[\[([^\]|]+)(?:\|([^\]]*))?\]\]/g, (link, name: string, shown?: string) => {
        const id = ids.get(name);
        return id === undefined ? link : makeMention(shown ?? name, id);
      });
      insertEntry(context, entryDraftOf({ day, body, tags: ['diary'] }), { index: 'later' });
    }
  })();
  while (indexPending(context, 500) > 0);
  while (refreshVocabulary(context.db, true));
  return journal;
}

export interface Diary {
  /** Their names. */
  readonly people: readonly string[];
  readonly entries: readonly { readonly day: string; readonly text: string }[];
}

async function readVault(): Promise<Diary> {
  const people: string[] = [];
  const entries: { day: string; text: string }[] = [];
  const zip = await openPromise(vault);
  for await (const file of zip.eachEntry()) {
    const [, folder, name] = /(People|Journal)\/([^/]+)\.md$/.exec(file.fileName) ?? [];
    if (name === undefined) continue;
    if (folder === 'People') people.push(name);
    else {
      const content = (await buffer(await zip.openReadStreamPromise(file))).toString('utf8');
      entries.push({ day: name, text: content.replace(/^---\n[\s\S]*?\n---\n+/, '') });
    }
  }
  return { people, entries };
}
