/** What the gate looks at, as it came over the wire. */
export interface Knock {
  readonly method: string;
  readonly target: string;
  /** Names and values in turn, nothing joined or dropped. */
  readonly rawHeaders: readonly string[];
  readonly remoteAddress: string | undefined;
}

export type Route =
  | { readonly kind: 'page' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'session' }
  | { readonly kind: 'link'; readonly key: string | undefined }
  | { readonly kind: 'call'; readonly path: string; readonly session: string | undefined }
  | { readonly kind: 'download'; readonly ticket: string };
export type Verdict = { readonly status: number } | Route;

/**
 * The one gate before every route. It lets in what this server's own page sends, and the first navigation
 * to the page itself, which holds nothing of the user's; whatever else a browser, a page of another origin
 * or a name that was bound anew to this address brings, is refused before anything is read or looked up.
 *
 * @param port the one this server listens on, on 127.0.0.1
 */
export function judge({ method, target, rawHeaders, remoteAddress }: Knock, port: number): Verdict {
  const origin = `http://127.0.0.1:${port}`;
  const header = (name: string) => valuesOf(rawHeaders, name);
  if (remoteAddress !== '127.0.0.1') return { status: 403 };
  const host = header('host');
  if (host.length !== 1 || host[0] !== `127.0.0.1:${port}`) return { status: 421 };
  if (!/^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/.test(target)) return { status: 400 };
  if (method === 'OPTIONS') return { status: 405 };

  const origins = header('origin');
  if (origins.some((value) => value !== origin) || origins.length > 1) return { status: 403 };
  const isFirstLoad =
    method === 'GET' &&
    target === '/' &&
    isOnly(header('sec-fetch-mode'), 'navigate') &&
    isOnly(header('sec-fetch-dest'), 'document');
  const sites = header('sec-fetch-site');
  if (sites.length > 0 && !isOnly(sites, 'same-origin') && !isFirstLoad) return { status: 403 };

  const posts = method === 'POST' && isOnly(header('content-type'), 'application/json');
  if (target.startsWith('/api/')) {
    if (method !== 'POST') return { status: 405 };
    if (!posts) return { status: 415 };
    if (origins.length !== 1) return { status: 403 };
    const sessions = header('x-okm');
    return { kind: 'call', path: target, session: sessions.length === 1 ? sessions[0] : undefined };
  }
  if (target === '/session') {
    if (method !== 'POST') return { status: 405 };
    if (!posts) return { status: 415 };
    return origins.length === 1 ? { kind: 'session' } : { status: 403 };
  }
  if (target === '/link') {
    // For a second start of the program, never for a page: a browser would send an origin with it.
    if (method !== 'POST') return { status: 405 };
    if (!posts) return { status: 415 };
    if (origins.length > 0 || sites.length > 0) return { status: 403 };
    const keys = header('x-okm-start');
    return { kind: 'link', key: keys.length === 1 ? keys[0] : undefined };
  }
  if (method !== 'GET') return { status: 405 };
  const download = /^\/dl\/([A-Za-z0-9_-]{1,128})$/.exec(target);
  if (download) return { kind: 'download', ticket: download[1] ?? '' };
  return target === '/' ? { kind: 'page' } : { kind: 'file', path: target };
}

function valuesOf(rawHeaders: readonly string[], name: string): readonly string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}

function isOnly(values: readonly string[], value: string): boolean {
  return values.length === 1 && values[0] === value;
}
