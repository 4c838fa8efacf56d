const takesKeys =
  'input, textarea, select, [contenteditable], [role="textbox"], [role="dialog"], [role="menu"], [role="listbox"]';

/**
 * Whether a key press without Ctrl, Alt or ⌘ is meant for the page as a whole: nothing has taken it, nobody types,
 * and nothing lies over the page.
 */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return false;
  if (event.target instanceof Element && event.target.closest(takesKeys)) return false;
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') === null;
}
