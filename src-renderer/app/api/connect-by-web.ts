import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { type Client, type Connection, ConnectionError } from './connection.ts';
import { askOpenPage, openPageAnswers } from './session-of-open-page.ts';

const stored = 'okm-session';

/**
 * The browser: changes the one-time secret in the address for this start's session secret, or takes the
 * session from this tab's memory, or from another page of the program that is open.
 * @throws ConnectionError when there is none of the three
 */
export async function connectByWeb(): Promise<Connection> {
  const session = await findSession();
  sessionStorage.setItem(stored, session);
  openPageAnswers(session);
  const link = new RPCLink({
    url: `${window.location.origin}/api`,
    headers: { 'X-OKM': session },
    // The program is on this machine: an answer from a cache is never what was asked for.
    fetch: (request, init) => fetch(request, { ...init, cache: 'no-store', credentials: 'omit' }),
  });
  const client: Client = createORPCClient(link);
  return {
    client,
    deliver: async ({ ticket, fileName }) => {
      const anchor = document.createElement('a');
      anchor.href = `/dl/${encodeURIComponent(ticket)}`;
      anchor.download = fileName;
      anchor.click();
      await Promise.resolve();
    },
    copyPicture: (make) => {
      const png = make().then(async ({ ticket }) => {
        const response = await fetch(`/dl/${encodeURIComponent(ticket)}`, { credentials: 'omit' });
        return new Blob([await response.arrayBuffer()], { type: 'image/png' });
      });
      return navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    },
  };
}

async function findSession(): Promise<string> {
  const secret = takeSecret();
  if (secret !== undefined) return exchange(secret);
  const own = sessionStorage.getItem(stored);
  if (own !== null) return own;
  const given = await askOpenPage();
  if (given !== undefined) return given;
  throw new ConnectionError('no-key');
}

/** The one-time secret in the fragment, taken out of the address and of the history. Routes begin with a slash. */
function takeSecret(): string | undefined {
  const fragment = window.location.hash.slice(1);
  if (fragment === '' || fragment.startsWith('/')) return undefined;
  window.history.replaceState(null, '', '/');
  return fragment;
}

async function exchange(secret: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ secret }),
      credentials: 'omit',
    });
  } catch (cause) {
    throw new ConnectionError('unreachable', { cause });
  }
  if (!response.ok) throw new ConnectionError('key-spent');
  const answer: unknown = await response.json();
  if (typeof answer === 'object' && answer !== null && 'session' in answer) {
    if (typeof answer.session === 'string') return answer.session;
  }
  throw new ConnectionError('key-spent');
}

/** Forgets a session that the program no longer knows, so that the next start of the page asks anew. */
export function forgetSession(): void {
  sessionStorage.removeItem(stored);
}
