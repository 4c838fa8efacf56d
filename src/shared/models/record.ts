import { z } from 'zod';

/** The small records whose changes can be undone one by one; see `journal/history/recordChanges.ts`. */
export const recordKind = z.enum(['fact', 'tie', 'promise', 'shelfItem', 'circle', 'nudgeAct']);
export type RecordKind = z.infer<typeof recordKind>;

/** What can be done to them. What ends in `Removed` lies in the trash afterwards. */
export const recordAction = z.enum([
  'factAdded',
  'factChanged',
  'factRetired',
  'factRemoved',
  'tieAdded',
  'tieChanged',
  'tieRemoved',
  'promiseAdded',
  'promiseChanged',
  'promiseClosed',
  'promiseDismissed',
  'promiseRemoved',
  'shelfItemAdded',
  'shelfItemChanged',
  'shelfItemShared',
  'shelfItemRemoved',
  'circleAdded',
  'circleChanged',
  'circlesMoved',
  'circleRemoved',
  'nudgeActed',
  'nudgeTakenBack',
]);
export type RecordAction = z.infer<typeof recordAction>;
