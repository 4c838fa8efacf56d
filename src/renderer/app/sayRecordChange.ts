import type { RecordAction } from '../../shared/models/record.ts';

/** What happened by undoing, and by doing again. */
type Words = readonly [undone: (name: string) => string, redone: (name: string) => string];

const added = (what: (name: string) => string): Words => [
  (name) => `${what(name)} is gone again.`,
  (name) => `${what(name)} is there again.`,
];
const changed = (what: (name: string) => string): Words => [
  (name) => `${what(name)} is as it was before it was changed.`,
  (name) => `${what(name)} is changed again.`,
];
const removed = (what: (name: string) => string): Words => [
  (name) => `${what(name)} is back.`,
  (name) => `${what(name)} is deleted again.`,
];

const fact = (name: string) => `The fact “${name}”`;
const tie = (name: string) => `The tie of ${name}`;
const promise = (name: string) => `The promise “${name}”`;
const shelfItem = (name: string) => `“${name}”`;
const circle = (name: string) => `The circle “${name}”`;
const suggestion = (name: string) => (name === '' ? 'the suggestion' : `the suggestion for ${name}`);

const words: Readonly<Record<RecordAction, Words>> = {
  factAdded: added(fact),
  factChanged: changed(fact),
  factRetired: [(name) => `${fact(name)} is true again.`, (name) => `${fact(name)} is true no more again.`],
  factRemoved: removed(fact),
  tieAdded: added(tie),
  tieChanged: changed(tie),
  tieRemoved: removed(tie),
  promiseAdded: added(promise),
  promiseChanged: changed(promise),
  promiseClosed: [(name) => `${promise(name)} is open again.`, (name) => `${promise(name)} is closed again.`],
  promiseDismissed: [
    (name) => `“${name}” is suggested as a promise again.`,
    (name) => `“${name}” is no promise again.`,
  ],
  promiseRemoved: removed(promise),
  shelfItemAdded: added(shelfItem),
  shelfItemChanged: changed(shelfItem),
  shelfItemShared: [
    (name) => `${shelfItem(name)} counts as not shared.`,
    (name) => `${shelfItem(name)} counts as shared again.`,
  ],
  shelfItemRemoved: removed(shelfItem),
  circleAdded: added(circle),
  circleChanged: changed(circle),
  circlesMoved: [
    () => 'The circles are in the order of before.',
    () => 'The circles are in the new order again.',
  ],
  circleRemoved: [
    (name) => `${circle(name)} is back, with its people.`,
    (name) => `${circle(name)} is deleted again.`,
  ],
  nudgeActed: [
    (name) => `What you did about ${suggestion(name)} is undone.`,
    (name) => `What you did about ${suggestion(name)} holds again.`,
  ],
  nudgeTakenBack: [
    (name) => `What you did about ${suggestion(name)} holds again.`,
    (name) => `What you did about ${suggestion(name)} is undone.`,
  ],
};

/** A sentence for a toast. `name` is what was changed: a fact's words, the two names of a tie, a person's name. */
export function sayRecordChange(action: RecordAction, name: string, way: 'undone' | 'redone'): string {
  const [undone, redone] = words[action];
  return way === 'undone' ? undone(name) : redone(name);
}
