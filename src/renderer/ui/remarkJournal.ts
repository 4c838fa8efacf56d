/** As much of a Markdown tree (mdast) as is needed here. */
interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
  position?: { start: { offset?: number }; end: { offset?: number } };
  data?: { hName?: string; hProperties?: Record<string, unknown> };
}

/** `#tag` at the beginning of a word, with at least one letter in it. */
const TAG = /(?<![\p{L}\p{N}_&/#])#([\p{L}\p{N}_/-]*\p{L}[\p{L}\p{N}_/-]*)/gu;

const blocks = new Set(['paragraph', 'heading', 'listItem', 'blockquote', 'code', 'tableRow']);

/**
 * What the journal adds to Markdown: a mention `@[Name](person:ID)` loses its `@`, a `#tag` becomes a link that finds
 * it, raw HTML becomes plain text, and blocks know where in the text they stand.
 */
export function remarkJournal() {
  return (tree: unknown) => visit(tree as Node);
}

function visit(node: Node): void {
  if (blocks.has(node.type)) tellPlace(node);
  if (!node.children) return;
  for (const child of node.children) {
    if (child.type === 'html') child.type = 'text';
    visit(child);
  }
  dropMentionSigns(node.children);
  if (node.type !== 'link') node.children = node.children.flatMap(splitAtTags);
}

function tellPlace(node: Node): void {
  const properties = { 'data-from': node.position?.start.offset, 'data-to': node.position?.end.offset };
  node.data = { ...node.data, hProperties: { ...node.data?.hProperties, ...properties } };
}

function dropMentionSigns(children: readonly Node[]): void {
  for (const [index, child] of children.entries()) {
    const before = children[index - 1];
    const isMention = child.type === 'link' && child.url?.startsWith('person:');
    if (isMention && before?.type === 'text' && before.value?.endsWith('@')) {
      before.value = before.value.slice(0, -1);
    }
  }
}

function splitAtTags(node: Node): Node[] {
  if (node.type !== 'text' || !node.value?.includes('#')) return [node];
  const text = node.value;
  const parts: Node[] = [];
  let end = 0;
  for (const found of text.matchAll(TAG)) {
    parts.push({ type: 'text', value: text.slice(end, found.index) }, tagLink(found[1] ?? ''));
    end = found.index + found[0].length;
  }
  return [...parts, { type: 'text', value: text.slice(end) }];
}

function tagLink(tag: string): Node {
  return {
    type: 'link',
    url: `#/search?q=${encodeURIComponent(`tag:${tag}`)}`,
    children: [{ type: 'text', value: `#${tag}` }],
  };
}
