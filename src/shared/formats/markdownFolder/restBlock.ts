import type { Field } from './frontMatter.ts';

/** `body` with fields that have no place of their own after it, word for word, as a block of YAML. */
export function appendRest(body: string, rest: readonly Field[]): string {
  if (rest.length === 0) return body;
  const yaml = rest.map(({ source }) => (source.endsWith('\n') ? source : `${source}\n`)).join('');
  const runs = yaml.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  const gap = body === '' ? '' : body.endsWith('\n') ? '\n' : '\n\n';
  return `${body}${gap}${fence}yaml\n${yaml}${fence}\n`;
}
