import { readFile } from 'node:fs/promises';
import type { Session } from 'electron';
import { listPageFiles, type PageFile, renderPage } from '../page/page-files.ts';
import { createNonce, pageHeaders } from '../page/page-headers.ts';

/** Serves the built page to a session under `okm://ui/`. */
export function servePage(session: Session, rendererDir: string): void {
  const files = listPageFiles(rendererDir);
  session.protocol.handle('okm', (request) => answerPageRequest(request, files));
}

/** Answers a request for a part of the page from the map of its files; nothing else exists. */
export async function answerPageRequest(
  request: Pick<Request, 'method' | 'url'>,
  files: ReadonlyMap<string, PageFile>,
): Promise<Response> {
  const refuse = (status: number) => new Response(null, { status, headers: pageHeaders() });
  if (request.method !== 'GET') return refuse(405);
  if (!URL.canParse(request.url)) return refuse(404);
  const { protocol, host, pathname } = new URL(request.url);
  if (protocol !== 'okm:' || host !== 'ui') return refuse(404);
  if (pathname === '/') {
    const nonce = createNonce();
    const headers = { ...pageHeaders(nonce), 'Content-Type': 'text/html; charset=utf-8' };
    return new Response(renderPage(files, nonce), { headers });
  }
  const file = files.get(pathname);
  if (file === undefined || pathname === '/index.html') return refuse(404);
  return new Response(new Uint8Array(await readFile(file.file)), {
    headers: { ...pageHeaders(), 'Content-Type': file.mediaType, 'Content-Length': String(file.sizeBytes) },
  });
}
