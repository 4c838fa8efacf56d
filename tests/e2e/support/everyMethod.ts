import type { Page } from '@playwright/test';
import type { Bridge } from '../../../src/preload/bridge.ts';
import type { DesktopInput, DesktopMethod, DesktopOutput } from '../../../src/shared/contract/desktop.ts';
import { desktopContract } from '../../../src/shared/contract/desktop.ts';
import {
  type JournalInput,
  type JournalMethod,
  type JournalOutput,
  journalContract,
} from '../../../src/shared/contract/index.ts';
import { PASSPHRASE } from './journal.ts';

// Asks every method of both contracts something, by the window's own bridge. One function a feature; each runs in the
// window, and knows nothing but what is put on it below. A new method is asked in the function of its feature.

/** What the functions below find in the window. */
interface Guide {
  /** The word that is written everywhere. */
  readonly w: string;
  readonly asked: string[];
  /** Fails if the answer is a failure. */
  readonly ask: <M extends JournalMethod>(method: M, input: JournalInput<M>) => Promise<JournalOutput<M>>;
  readonly askDesktop: <M extends DesktopMethod>(
    method: M,
    input: DesktopInput<M>,
  ) => Promise<DesktopOutput<M>>;
  /** For what cannot always be done, and is then refused. Fails if that is a fault of ours. */
  readonly tryTo: <M extends JournalMethod>(method: M, input: JournalInput<M>) => Promise<void>;
}

declare global {
  var guide: Guide;
}

/** Done by hand elsewhere in the tour, or after it. */
const byHand = ['vault.create', 'vault.unlock', 'desktop.lock'];

/**
 * Asks all there is to ask, with `word` in every kind of field. Dialogs have to be answered by the folder `chosen` of
 * {@link willChoose}, which holds something to import. Gives the methods that were not asked: there should be none.
 */
export async function askEverything(page: Page, word: string): Promise<readonly string[]> {
  // The letters are put together in the window.
  await page.evaluate(
    prepareGuide,
    [...word].map((letter) => letter.charCodeAt(0)),
  );
  for (const askAbout of features) await page.evaluate(askAbout);
  await page.evaluate(askAboutKeys, PASSPHRASE);
  const asked = new Set([...byHand, ...(await page.evaluate(() => globalThis.guide.asked))]);
  return [...Object.keys(journalContract), ...Object.keys(desktopContract)].filter(
    (name) => !asked.has(name),
  );
}

/** In the order in which each finds what it needs. */
const features = [
  askAboutPeople,
  askAboutCircles,
  askAboutEntries,
  askAboutFacts,
  askAboutTies,
  askAboutNudges,
  askAboutPromises,
  askAboutShelf,
  askAboutTrash,
  askAboutSearch,
  askAboutSettings,
  askAboutTransfer,
  askAboutBackups,
];

function prepareGuide(letters: readonly number[]): void {
  type Settled = Awaited<ReturnType<Bridge['journal']>>;
  const asked: string[] = [];
  const settle = (method: string, settled: Settled) => {
    asked.push(method);
    if (!settled.ok) throw new Error(`${method}: ${settled.error.kind}`);
    return settled.value as never;
  };
  globalThis.guide = {
    w: letters.map((code) => String.fromCharCode(code)).join(''),
    asked,
    ask: async (method, input) => settle(method, await globalThis.kith.journal(method, input)),
    askDesktop: async (method, input) => settle(method, await globalThis.kith.desktop(method, input)),
    tryTo: async (method, input) => {
      const settled = await globalThis.kith.journal(method, input);
      asked.push(method);
      if (!settled.ok && settled.error.kind === 'bug') throw new Error(`${method}: bug`);
    },
  };
}

async function askAboutPeople(): Promise<void> {
  const { w, ask } = globalThis.guide;
  const kinds = ['email', 'phone', 'address', 'url', 'handle', 'other'] as const;
  const person = {
    name: `Name ${w}`,
    preferredName: w,
    pronunciation: w,
    pronouns: w,
    nicknames: [w],
    formerNames: [w],
    contactWays: kinds.map((kind) => ({ kind, label: w, value: w })),
    rhythm: { floorDays: 20, ceilingDays: 40 },
    languages: [w],
    tags: [w],
    groups: [w],
    dates: [{ kind: 'other' as const, label: w, date: '--05-17' }],
    met: { on: '2019', where: w, throughId: null, entryId: null },
    intention: w,
    notes: `Notes ${w}`,
    details: [{ label: w, value: w }],
  };
  const { id } = await ask('people.create', { person });
  await ask('people.update', { id, person: { notes: `Other notes ${w}` } });
  await ask('people.get', { id });
  await ask('people.list', { text: w });
  await ask('people.suggest', { text: w });
  await ask('people.names', { ids: [id] });
  await ask('people.words', { kind: 'tag' });
  const canvas = new OffscreenCanvas(8, 8);
  canvas.getContext('2d');
  const picture = await canvas.convertToBlob({ type: 'image/jpeg' });
  const bytes = new Uint8Array(await picture.arrayBuffer());
  const { photoId } = await ask('people.addPhoto', { bytes });
  await ask('people.update', { id, person: { photoId } });
  await ask('people.photo', { photoId });
  const versionId = (await ask('history.person', { id })).versions[0]?.id ?? '';
  await ask('history.personText', { versionId });
  await ask('history.restorePerson', { versionId });
  const other = await ask('people.create', { person: { name: `Twin ${w}` } });
  await ask('people.lookAlikes', {});
  for (const areTwo of [true, false]) {
    await ask('people.setTwoPeople', { personId: id, otherId: other.id, areTwo });
  }
  await ask('bulk.change', { ids: [id, other.id], change: { kind: 'tag', tag: `tag${w}` } });
  await ask('bulk.remove', { ids: await ask('bulk.ids', { text: 'Twin' }) });
  await ask('undo.undo', {});
  const merged = await ask('people.get', { id });
  await ask('people.merge', { keepId: id, otherId: other.id, person: merged });
  const { trashId } = await ask('people.remove', { id });
  await ask('trash.restore', { trashId });
}

async function askAboutCircles(): Promise<void> {
  const { w, ask } = globalThis.guide;
  const circle = { name: w, size: 5, rhythm: { floorDays: 20, ceilingDays: 40 } };
  const { id } = await ask('circles.create', { circle });
  await ask('circles.update', { id, circle: { ...circle, name: `Circle ${w}` } });
  const ids = (await ask('circles.list', {})).map((one) => one.id);
  await ask('circles.reorder', { ids: ids.toReversed() });
  await ask('circles.rings', {});
  await ask('circles.remove', { id, moveTo: null });
}

async function askAboutTies(): Promise<void> {
  const { w, ask } = globalThis.guide;
  const personId = (await ask('people.suggest', { text: w }))[0]?.id ?? '';
  const other = await ask('people.create', { person: { name: `Neighbour ${w}` } });
  const words = { words: w, reverseWords: `Reverse ${w}`, since: '2019', until: null };
  const tie = { personId, otherId: other.id, kind: 'own' as const, ...words };
  const { id } = await ask('ties.create', { tie });
  await ask('ties.update', { id, tie: { ...tie, words: `Other ${w}` } });
  await ask('ties.list', { personId });
  await ask('ties.network', {});
  await ask('ties.remove', { id });
  await ask('undo.undo', {});
}

async function askAboutFacts(): Promise<void> {
  const { w, ask } = globalThis.guide;
  const personId = (await ask('people.suggest', { text: w }))[0]?.id ?? '';
  const entryId = (await ask('entries.timeline', { limit: 1 })).entries[0]?.id ?? null;
  const fact = {
    facet: 'interests' as const,
    label: w,
    text: `Fact ${w}`,
    date: '2020-05',
    entryId,
    quote: w,
  };
  const { id } = await ask('facts.create', { personId, fact });
  await ask('facts.update', { id, fact: { text: `Other fact ${w}` } });
  await ask('facts.list', { personId });
  await ask('facts.ofEntry', { entryId: entryId ?? '' });
  await ask('facts.labels', { facet: 'interests' });
  await ask('facts.retire', { id, on: '2026-11-01' });
  const passing = await ask('facts.create', { personId, fact: { facet: 'other', text: w } });
  await ask('facts.remove', { id: passing.id });
}

async function askAboutEntries(): Promise<void> {
  const { w, ask } = globalThis.guide;
  const personId = (await ask('people.suggest', { text: w }))[0]?.id ?? '';
  const entry = {
    day: '2026-11-20',
    time: '10:00',
    channel: 'note' as const,
    begunBy: null,
    title: `Title ${w}`,
    body: `Body ${w} #${w}`,
    people: [{ personId, role: 'with' as const }],
    tags: [w],
  };
  const { id } = await ask('entries.create', { entry });
  await ask('entries.update', { id, entry: { ...entry, body: `Another body ${w}` } });
  await ask('entries.get', { id });
  await ask('entries.timeline', { filter: { personId, tag: w } });
  await ask('entries.span', {});
  await ask('entries.update', { id, entry: { ...entry, body: `Words of ${w} !kind and thanks !thanked` } });
  await ask('exchanges.list', { personId, words: w });
  await ask('exchanges.balance', { personId });
  await ask('tags.suggest', { text: w });
  const versionId = (await ask('history.entry', { id })).versions[0]?.id ?? '';
  await ask('history.entryText', { versionId });
  await ask('history.restoreEntry', { versionId });
  await ask('drafts.save', { slot: 'passing', content: w });
  await ask('drafts.get', { slot: 'passing' });
  await ask('drafts.discard', { slot: 'passing' });
  await ask('drafts.save', { slot: 'note', content: w });
}

async function askAboutNudges(): Promise<void> {
  const { w, ask } = globalThis.guide;
  const long = { day: '2020-01-02', time: null, channel: 'call' as const, begunBy: 'me', title: '', body: w };
  const person = { name: `Friend ${w}`, rhythm: { floorDays: 20, ceilingDays: 40 } };
  const { id } = await ask('people.create', { person });
  await ask('entries.create', { entry: { ...long, people: [{ personId: id, role: 'with' }], tags: [] } });
  await ask('nudges.today', {});
  await ask('nudges.folded', { offset: 0 });
  await ask('nudges.digest', {});
  await ask('nudges.takeDigest', {});
  await ask('nudges.planDigest', {});
  const key = (await ask('nudges.ofPerson', { personId: id }))[0]?.key ?? '';
  await ask('nudges.act', { key, act: 'done' });
  await ask('nudges.takeBack', { key });
}

async function askAboutPromises(): Promise<void> {
  const { w, ask } = globalThis.guide;
  const { id: personId } = await ask('people.create', { person: { name: `Promised ${w}` } });
  const body = `I'll send her the ${w} by Friday. She will let me know about the ${w}.`;
  const people = [{ personId, role: 'with' as const }];
  const words = { day: '2020-01-03', time: null, channel: 'letter' as const, begunBy: personId, title: '' };
  const { id: entryId } = await ask('entries.create', { entry: { ...words, body, people, tags: [] } });
  for (const { madeBy, sentence, due } of await ask('promises.suggested', { entryId })) {
    if (madeBy === 'me')
      await ask('promises.accept', { entryId, madeBy, sentence, personIds: [personId], due });
    else await ask('promises.dismiss', { entryId, madeBy, sentence });
  }
  await ask('promises.ofEntry', { entryId });
  await ask('promises.list', { state: 'open', personId });
  const promise = { madeBy: 'them' as const, sentence: w, personIds: [personId] };
  const { id } = await ask('promises.create', { promise });
  await ask('promises.update', { id, promise: { due: '2020-02-29' } });
  await ask('promises.close', { id, state: 'kept' });
  await ask('promises.remove', { id });
  await ask('replies.owed', {});
  await ask('replies.dismiss', { personId, entryId });
}

async function askAboutShelf(): Promise<void> {
  const { w, ask } = globalThis.guide;
  const { id: personId } = await ask('people.create', { person: { name: `Reader ${w}`, tags: [w] } });
  const url = `https://${w}.example/`;
  const item = { kind: 'link' as const, title: w, body: w, url, topics: [w], isMyNews: true };
  const { id } = await ask('shelf.create', { item });
  await ask('shelf.update', { id, item: { body: `Another ${w}` } });
  await ask('shelf.list', { text: w, topic: w });
  await ask('shelf.topics', {});
  await ask('shelf.suggestTopics', {});
  await ask('shelf.proposals', { id });
  await ask('shelf.share', { id, personId });
  await ask('shelf.remove', { id });
  await ask('undo.undo', {});
}

async function askAboutTrash(): Promise<void> {
  const { w, ask } = globalThis.guide;
  const removeOne = async () => {
    const entry = { day: '2026-11-21', time: null, channel: 'call' as const, begunBy: 'me', title: '' };
    const { id } = await ask('entries.create', { entry: { ...entry, body: w, people: [], tags: [] } });
    return (await ask('entries.remove', { id })).trashId;
  };
  await ask('trash.restore', { trashId: await removeOne() });
  await ask('trash.restoreSeveral', { trashIds: [await removeOne(), await removeOne()] });
  await removeOne();
  await ask('undo.undo', {});
  await ask('undo.redo', {});
  await ask('trash.list', {});
  await ask('trash.remove', { trashIds: [await removeOne()] });
  await ask('trash.empty', {});
}

async function askAboutSearch(): Promise<void> {
  const { w, ask } = globalThis.guide;
  await ask('search.typing', { text: w });
  await ask('search.run', { text: `"${w}"` });
  await ask('search.complete', { text: `with:${w}`, caret: 5 + w.length });
}

async function askAboutSettings(): Promise<void> {
  const { ask, askDesktop } = globalThis.guide;
  await ask('settings.update', { theme: 'dark', lockAfterMinutes: 10 });
  await ask('settings.get', {});
  await askDesktop('desktop.setTheme', { theme: 'dark' });
  await askDesktop('desktop.setIdleLock', { minutes: 10 });
  await askDesktop('desktop.copyText', { text: 'words' });
  await askDesktop('desktop.openExternal', { url: 'https://somebody.example/' });
}

async function askAboutTransfer(): Promise<void> {
  const { ask, askDesktop } = globalThis.guide;
  const source = (await askDesktop('desktop.chooseImport', { kind: 'folder' }))?.grant ?? '';
  await ask('transfer.preview', { source, job: 'preview' });
  const { batch } = await ask('transfer.import', { source, job: 'import' });
  await ask('transfer.batches', {});
  await ask('transfer.takeBack', { batchId: batch.id, job: 'takeBack' });
  await ask('transfer.stop', { job: 'takeBack' });
  const target = (await askDesktop('desktop.chooseExport', {}))?.grant ?? '';
  for (const format of ['markdownFolder', 'json'] as const) {
    const { name } = await ask('transfer.export', { target, format, job: format });
    await askDesktop('desktop.reveal', { grant: target, name });
  }
}

async function askAboutBackups(): Promise<void> {
  const { ask, askDesktop, tryTo } = globalThis.guide;
  const folder = (await askDesktop('desktop.chooseBackupFolder', {}))?.grant ?? '';
  await ask('backups.chooseSecondFolder', { folder });
  const { place, id } = await ask('backups.make', { job: 'make' });
  await ask('backups.list', {});
  await ask('backups.health', {});
  await ask('backups.chooseSecondFolder', { folder: null });
  await ask('backups.restore', { place, id, job: 'restore' });
  const [replaced] = (await ask('backups.list', {})).replaced;
  await askDesktop('desktop.revealReplaced', {});
  await ask('backups.removeReplaced', { id: replaced?.id ?? '' });
  await ask('backups.acceptTakenBack', {});
  await tryTo('backups.salvage', { job: 'salvage' });
}

async function askAboutKeys(passphrase: string): Promise<void> {
  const { ask, askDesktop, tryTo } = globalThis.guide;
  const proof = { passphrase };
  await ask('vault.status', {});
  await ask('vault.keyring', {});
  await ask('vault.changePassphrase', { proof, passphrase });
  // Refused where the system has no keyring.
  await tryTo('vault.addSlot', { proof, kind: 'thisComputer' });
  await tryTo('vault.removeSlot', { proof, kind: 'thisComputer' });
  await ask('vault.makeRecoveryKey', { proof });
  const { recoveryKey } = await ask('vault.rekey', { proof, job: 'rekey' });
  await ask('vault.stopRekey', {});
  await ask('vault.confirmRecoveryKey', {});
  await askDesktop('desktop.copySecret', { text: recoveryKey });
}
