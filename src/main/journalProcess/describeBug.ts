import { basename } from 'node:path';

const MOST_FRAMES = 12;

/**
 * An error in words that are safe to log: its class, its code, and where it happened. Never its message, which may
 * quote the journal.
 */
export function describeBug(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  return [`${error.constructor.name}${codeOf(error)}`, ...framesOf(error)].join('\n');
}

function codeOf(error: Error): string {
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{0,60}$/.test(code) ? ` ${code}` : '';
}

/** The lines of the stack after the message, which may itself have lines that look like frames. */
function framesOf(error: Error): readonly string[] {
  const stack = error.stack ?? '';
  const end = stack.indexOf(error.message) + error.message.length;
  if (end < error.message.length) return [];
  return stack
    .slice(end)
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, MOST_FRAMES)
    .map(withoutFolders);
}

/** Folders of the user's machine stay out of the log. */
function withoutFolders(frame: string): string {
  return frame.replace(/(?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^():]*/g, (path) =>
    basename(path.replaceAll('\\', '/')),
  );
}
