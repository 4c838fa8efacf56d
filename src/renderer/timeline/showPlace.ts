const MARKED_MS = 2_500;

/**
 * Brings into view the block of a rendered Markdown body that holds the offset `at`, and marks it for a moment.
 * Returns a way to end that early.
 */
export function showPlace(words: HTMLElement, at: number): () => void {
  const blocks = [...words.querySelectorAll<HTMLElement>('[data-from]')];
  // Blocks hold one another; the last that begins before the place is the smallest around it.
  const block = blocks.findLast(({ dataset }) => Number(dataset['from']) <= at && at < Number(dataset['to']));
  if (!block) return () => undefined;
  block.scrollIntoView({ block: 'center' });
  block.classList.add('found-place');
  const timer = setTimeout(() => block.classList.remove('found-place'), MARKED_MS);
  return () => {
    clearTimeout(timer);
    block.classList.remove('found-place');
  };
}
