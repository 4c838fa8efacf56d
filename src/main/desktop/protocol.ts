import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol, type Session } from 'electron';
import { isInside, parseAddress, SCHEME } from './address.ts';
import { contentSecurityPolicy, NONCE_PLACEHOLDER } from './contentSecurityPolicy.ts';
import { listRendererFiles, type RendererFile } from './rendererFiles.ts';

/** Makes `app://` an origin of its own. Call it before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Serves the built interface at `app://kith/` to the windows of `session`, and nothing else. */
export function serveRenderer(session: Session): void {
  const files = listRendererFiles(join(import.meta.dirname, '../renderer'));
  session.protocol.handle(SCHEME, async ({ url, method }) => {
    const address = parseAddress(url);
    const found = address !== undefined && isInside(address) ? files.get(address.pathname) : undefined;
    if (found === undefined || method !== 'GET') return new Response(null, { status: 404 });
    return await respond(found);
  });
}

async function respond({ file, contentType }: RendererFile): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const content = await readFile(file);
  const body = contentType.startsWith('text/html')
    ? content.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)
    : new Uint8Array(content);
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
    },
  });
}
