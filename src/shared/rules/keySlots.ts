/** The ways into a journal. Each holds the same key, wrapped in another secret. */
export const slotKinds = ['passphrase', 'recoveryKey', 'thisComputer'] as const;
export type SlotKind = (typeof slotKinds)[number];

/**
 * Whether a journal may have just these ways in. A recovery key alone is not enough: it is for the day on which the
 * other ways are lost, and nobody should have to type it every morning.
 */
export function mayOpenBy(kinds: readonly SlotKind[]): boolean {
  return kinds.includes('passphrase') || kinds.includes('thisComputer');
}

/** Whether the way `kind` may be taken away from these. */
export function mayRemove(kinds: readonly SlotKind[], kind: SlotKind): boolean {
  return kinds.includes(kind) && mayOpenBy(kinds.filter((other) => other !== kind));
}
