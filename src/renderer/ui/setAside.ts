/** What was typed into small forms that were left without saving, by the place where each is opened again. */
const typed = new Map<string, unknown>();

/** Keeps what was typed at a place as long as the window lives and the journal is open; null forgets it. */
export function setAside<T>(place: string, what: T | null): void {
  if (what === null) typed.delete(place);
  else typed.set(place, what);
}

/** What was set aside at a place, if anything was. */
export function wasSetAside<T>(place: string): T | undefined {
  return typed.get(place) as T | undefined;
}
