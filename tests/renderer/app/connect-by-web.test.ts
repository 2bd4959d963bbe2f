import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectByWeb } from '../../../src-renderer/app/api/connect-by-web.ts';
import { ConnectionError } from '../../../src-renderer/app/api/connection.ts';

const asked: { url: string; init: RequestInit }[] = [];
let answer: () => Response;

beforeEach(() => {
  asked.length = 0;
  answer = () => Response.json({ session: 'of-this-start' });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    return answer();
  });
  sessionStorage.clear();
  window.history.replaceState(null, '', '/');
});
afterEach(() => vi.unstubAllGlobals());

async function reasonOf(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.catch((thrown: unknown) => thrown);
  return error instanceof ConnectionError ? error.why : 'connected';
}

describe('the way to the program in a browser', () => {
  it('says how to open a page anew when it has no key and no other page is open', async () => {
    expect(await reasonOf(connectByWeb())).toBe('no-key');
  });

  it('changes the one-time secret for a session and takes the secret out of the address', async () => {
    window.location.hash = '#one-time-secret';
    await connectByWeb();
    expect(asked[0]?.url).toBe('/session');
    expect(JSON.parse(String(asked[0]?.init.body))).toEqual({ secret: 'one-time-secret' });
    expect(window.location.href).not.toContain('one-time-secret');
    expect(sessionStorage.getItem('okm-session')).toBe('of-this-start');
  });

  it('asks an open page, such as the one before, in a new tab that has no key', async () => {
    expect(await reasonOf(connectByWeb())).toBe('connected');
    expect(sessionStorage.getItem('okm-session')).toBe('of-this-start');
    expect(asked).toEqual([]);
  });

  it('says that the key is spent when the program refuses it', async () => {
    window.location.hash = '#used-before';
    answer = () => new Response(null, { status: 401 });
    expect(await reasonOf(connectByWeb())).toBe('key-spent');
    expect(window.location.href).not.toContain('used-before');
  });

  it('says that the program does not answer when it is gone', async () => {
    window.location.hash = '#secret';
    answer = () => {
      throw new TypeError('fetch failed');
    };
    expect(await reasonOf(connectByWeb())).toBe('unreachable');
  });

  it('goes on with the session of this tab when it is loaded again at a place of the program', async () => {
    sessionStorage.setItem('okm-session', 'kept');
    window.location.hash = '#/case/beijing-jinsong-model';
    expect(await reasonOf(connectByWeb())).toBe('connected');
    expect(asked).toEqual([]);
    expect(window.location.hash).toBe('#/case/beijing-jinsong-model');
  });
});
