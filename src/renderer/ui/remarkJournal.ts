import { type FoundTag, findTags } from '../../shared/rules/tags.ts';

/** As much of a Markdown tree (mdast) as is needed here. */
interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
  position?: { start: { offset?: number }; end: { offset?: number } };
  data?: { hProperties?: Record<string, unknown> };
}

const blocks = new Set(['paragraph', 'heading', 'listItem', 'blockquote', 'code', 'tableRow']);

/**
 * What the journal adds to Markdown: a mention `@[Name](person:ID)` loses its `@`, a `#tag` becomes a link that finds
 * it, raw HTML becomes plain text, and blocks know where in the text they stand. What is a tag is for the rule to say
 * that the journal saves by, so that no link leads to nothing.
 */
export function remarkJournal() {
  return (tree: unknown, file: { readonly value: unknown }) => {
    visit(tree as Node, findTags(String(file.value)));
  };
}

function visit(node: Node, tags: readonly FoundTag[]): void {
  if (blocks.has(node.type)) tellPlace(node);
  if (!node.children) return;
  for (const child of node.children) {
    if (child.type === 'html') child.type = 'text';
    visit(child, tags);
  }
  dropMentionSigns(node.children);
  if (tags.length > 0 && node.type !== 'link') {
    node.children = node.children.flatMap((child) => splitAtTags(child, tags));
  }
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

function splitAtTags(node: Node, tags: readonly FoundTag[]): Node[] {
  if (node.type !== 'text' || !node.value?.includes('#')) return [node];
  const text = node.value;
  const first = node.position?.start.offset ?? 0;
  const last = node.position?.end.offset ?? 0;
  const parts: Node[] = [];
  let end = 0;
  for (const { tag } of tags.filter(({ from, to }) => from >= first && to <= last)) {
    // Escapes before it may have been undone, so a tag stands at its offset or somewhat before.
    const at = text.indexOf(`#${tag}`, end);
    if (at < 0) continue;
    parts.push({ type: 'text', value: text.slice(end, at) }, tagLink(tag));
    end = at + 1 + tag.length;
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
