import type { MarkKind } from '../../shared/rules/markKinds.ts';
import { findMarkPlaces } from '../../shared/rules/marks.ts';
import { markWords } from '../../shared/rules/markWords.ts';
import { findTags } from '../../shared/rules/tags.ts';

/** As much of a Markdown tree (mdast) as is needed here. */
interface Node {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
  position?: { start: { offset?: number }; end: { offset?: number } };
  data?: { hName?: string; hProperties?: Record<string, unknown> };
}

const blocks = new Set(['paragraph', 'heading', 'listItem', 'blockquote', 'code', 'tableRow']);

/** A word of the text that is shown as something else. */
interface Special {
  readonly from: number;
  readonly to: number;
  /** As it stands in the text. */
  readonly word: string;
  readonly make: () => Node;
}

/**
 * What the journal adds to Markdown: a mention `@[Name](person:ID)` loses its `@`, a `#tag` becomes a link that finds
 * it, a mark as `!gave` a label, raw HTML becomes plain text, and blocks know where in the text they stand. What is a tag
 * or a mark is for the rules to say that the journal saves by, so that no link leads to nothing.
 */
export function remarkJournal() {
  return (tree: unknown, file: { readonly value: unknown }) => {
    visit(tree as Node, findSpecials(String(file.value)));
  };
}

function findSpecials(text: string): readonly Special[] {
  const tags = findTags(text).map(({ from, to, tag }) => ({
    from,
    to,
    word: `#${tag}`,
    make: () => tagLink(tag),
  }));
  const marks = findMarkPlaces(text).map(({ from, to, kind }) => ({
    from,
    to,
    word: `!${kind}`,
    make: () => markLabel(kind),
  }));
  return marks.length === 0 ? tags : [...tags, ...marks].sort((a, b) => a.from - b.from);
}

function visit(node: Node, specials: readonly Special[]): void {
  if (blocks.has(node.type)) tellPlace(node);
  if (!node.children) return;
  for (const child of node.children) {
    if (child.type === 'html') child.type = 'text';
    visit(child, specials);
  }
  dropMentionSigns(node.children);
  if (specials.length > 0 && node.type !== 'link') {
    node.children = node.children.flatMap((child) => splitAtSpecials(child, specials));
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

function splitAtSpecials(node: Node, specials: readonly Special[]): Node[] {
  if (node.type !== 'text' || !/[#!]/.test(node.value ?? '')) return [node];
  const text = node.value ?? '';
  const first = node.position?.start.offset ?? 0;
  const last = node.position?.end.offset ?? 0;
  const parts: Node[] = [];
  let end = 0;
  for (const { word, make } of specials.filter(({ from, to }) => from >= first && to <= last)) {
    // Escapes before it may have been undone, so a word stands at its offset or somewhat before.
    const at = text.indexOf(word, end);
    if (at < 0) continue;
    parts.push({ type: 'text', value: text.slice(end, at) }, make());
    end = at + word.length;
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

function markLabel(kind: MarkKind): Node {
  const { label, meaning } = markWords[kind];
  return {
    type: 'emphasis',
    data: { hName: 'span', hProperties: { 'data-mark': kind, title: meaning } },
    children: [{ type: 'text', value: label }],
  };
}
