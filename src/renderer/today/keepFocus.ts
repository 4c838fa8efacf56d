/** So long a card may take to leave after something was done about its nudge. */
const WAIT_MS = 2_000;

/**
 * Keeps focus among the cards when the one that has it leaves the page: it goes to what stands in its place then, or
 * to the title of the page. Called before something is done about the nudge with this key.
 */
export function keepFocusAmongNudges(key: string): void {
  const before = cards().findIndex((card) => card.dataset['nudge'] === key);
  const card = cards()[before];
  if (!card) return;
  const leaving = new MutationObserver(() => {
    // A menu that closes leaves focus nowhere for a moment too, and gives it back to its button in the card.
    if (card.isConnected || document.activeElement !== document.body) return;
    leaving.disconnect();
    const now = cards();
    const place = now[Math.min(before, now.length - 1)] ?? document.querySelector<HTMLElement>('main h1');
    place?.focus({ preventScroll: true });
  });
  leaving.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => leaving.disconnect(), WAIT_MS);
}

function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-nudge]')];
}
