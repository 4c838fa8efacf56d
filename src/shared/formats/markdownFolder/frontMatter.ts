import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
} from 'yaml';

/** A value of front matter. Every scalar is its text: `1640-10-23` is no moment and `yes` no boolean here. */
export type FieldValue = string | readonly FieldValue[] | FieldMap;
export interface FieldMap {
  readonly fields: readonly Field[];
}

export interface Field {
  readonly key: string;
  readonly value: FieldValue;
  /** Its lines as they stand in the file, for what Kith has no place of its own for. */
  readonly source: string;
}

export interface Note {
  readonly fields: readonly Field[];
  /** What follows the front matter, and one empty line that sets it off, byte for byte. */
  readonly body: string;
  /** The front matter is not valid YAML. `fields` is what could be made out, and `body` is the whole text. */
  readonly broken: boolean;
}

/** Far more than any front matter that people write, and little enough for hostile YAML to stay harmless. */
const MOST_FRONT_MATTER = 64 * 1024;
/** An entry can name a thousand people, and a person can have five hundred long details. */
const MOST_OWN_FRONT_MATTER = 16 * 1024 * 1024;

/** Splits a note into its front matter and its body. Text between two rules that is no YAML mapping is body. */
export function splitNote(text: string): Note {
  const whole = { fields: [], body: text, broken: false };
  const block = findBlock(text);
  if (!block) return whole;
  const { mapping, broken } = parseYaml(block.yaml);
  if (broken) return { fields: mapping ? fieldsOf(mapping, block.yaml) : [], body: text, broken };
  if (block.yaml.trim() === '') return { fields: [], body: block.body, broken };
  return mapping ? { fields: fieldsOf(mapping, block.yaml), body: block.body, broken } : whole;
}

function findBlock(text: string): { yaml: string; body: string } | undefined {
  const opening = /^---[ \t]*\r?\n/.exec(text)?.[0].length;
  if (!opening) return undefined;
  for (let at = opening; at < text.length && at < mostFrontMatter(text); ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline + 1;
    if (/^---[ \t]*\r?\n?$/.test(text.slice(at, Math.min(end, at + 200)))) {
      return { yaml: text.slice(opening, at), body: text.slice(end).replace(/^\r?\n/, '') };
    }
    at = end;
  }
  return undefined;
}

/** In an export of Kith, the first field is `kith`. */
function mostFrontMatter(text: string): number {
  return /^---\n"?kith"?: /.test(text) ? MOST_OWN_FRONT_MATTER : MOST_FRONT_MATTER;
}

function parseYaml(yaml: string): { mapping: YAMLMap.Parsed | undefined; broken: boolean } {
  try {
    const document = parseDocument(yaml, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const mapping = isMap(document.contents) ? (document.contents as YAMLMap.Parsed) : undefined;
    return { mapping, broken: document.errors.length > 0 };
  } catch {
    // Thousands of nested brackets exhaust the parser's stack: as broken as can be.
    return { mapping: undefined, broken: true };
  }
}

function fieldsOf(mapping: YAMLMap.Parsed, yaml: string): Field[] {
  const ends = mapping.items.slice(1).map((pair) => startOf(pair.key) ?? yaml.length);
  return mapping.items.map((pair, i) => {
    const end = ends[i] ?? mapping.range[2];
    return {
      key: isScalar(pair.key) ? String(pair.key.value) : sliceOf(pair.key, yaml),
      value: readValue(pair.value, yaml),
      // In `{a: 1, b: 2}` no field has lines of its own.
      source: mapping.flow
        ? `${yaml.slice(startOf(pair.key) ?? 0, endOf(pair.value) ?? end)}\n`
        : yaml.slice(startOf(pair.key) ?? 0, end),
    };
  });
}

function readValue(node: Node | ParsedNode | null, yaml: string): FieldValue {
  if (node === null) return '';
  if (isScalar(node)) return node.value === null ? '' : String(node.value);
  if (isSeq(node)) return node.items.map((item) => readValue(item as Node, yaml));
  if (isMap(node)) return { fields: fieldsOf(node as YAMLMap.Parsed, yaml) };
  return isAlias(node) ? sliceOf(node, yaml) : '';
}

function startOf(node: Node | null): number | undefined {
  return node?.range?.[0];
}

function endOf(node: Node | null): number | undefined {
  return node?.range?.[1];
}

function sliceOf(node: Node, yaml: string): string {
  return yaml.slice(startOf(node) ?? 0, endOf(node) ?? 0);
}
