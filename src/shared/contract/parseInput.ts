import type { z } from 'zod';
import { KithError } from './errors.ts';

/**
 * What `schema` makes of `input`, with defaults filled in. Fails with `badInput` and a sentence for the user, which never
 * quotes the input: the schema's own sentence where it has one, otherwise one of those below.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input, { error: say });
  if (parsed.success) return parsed.data;
  throw new KithError('badInput', parsed.error.issues[0]?.message ?? 'That is not valid.');
}

function say(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'too_big') return `That is too ${longOrMany(issue.origin)}.`;
  if (issue.code === 'too_small') return 'Something is missing, or too short.';
  return 'That is not valid.';
}

function longOrMany(origin: string): string {
  switch (origin) {
    case 'string':
      return 'long';
    case 'array':
    case 'set':
      return 'many';
    default:
      return 'large';
  }
}
