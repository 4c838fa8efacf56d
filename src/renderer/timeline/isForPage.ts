const takesKeys =
  'input, textarea, select, [contenteditable], [role="textbox"], [role="dialog"], [role="menu"], [role="listbox"]';
// A toast calls itself an alert dialog, but one that leaves the page alone.
const liesOver = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"]), [role="menu"]';

/**
 * Whether a key press without Ctrl, Alt or ⌘ is meant for the page as a whole: nothing has taken it, nobody types,
 * and nothing lies over the page.
 */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return false;
  if (event.target instanceof Element && event.target.closest(takesKeys)) return false;
  return document.querySelector(liesOver) === null;
}
