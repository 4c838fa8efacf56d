import { Document, isScalar, Scalar, visit } from 'yaml';

export type OutValue = string | readonly OutValue[] | { readonly [key: string]: OutValue };
export type OutField = readonly [key: string, value: OutValue];

/** What may stand without quotes and cannot be taken for anything but text, a day or an id by any reader of YAML. */
const PLAIN =
  /^(\p{L}[\p{L}\p{N} _./-]*[\p{L}\p{N}]|\d{4}-\d{2}-\d{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\p{L})$/u;

/**
 * A note's beginning: the fields between two lines of dashes, and an empty line that sets the body off. Empty values
 * are left out.
 */
export function writeFrontMatter(fields: readonly OutField[]): string {
  const said = fields.filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0));
  const document = new Document(new Map(said));
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && !PLAIN.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
    Pair: (_key, pair) => {
      if (isScalar(pair.key) && !PLAIN.test(String(pair.key.value))) pair.key.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const yaml = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
  return `---\n${said.length === 0 ? '' : yaml}---\n\n`;
}
