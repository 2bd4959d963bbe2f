import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, startServer } from './start-server.ts';

let server: RunningServer;
let session: string;
beforeAll(async () => {
  server = await startServer();
  session = await server.signIn();
});
afterAll(() => server.close());

type Headers = readonly (readonly [name: string, value: string])[];

function request(line: string, headers: Headers, body = ''): string {
  return `${line} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`;
}

/** A call as the page sends it, with headers changed, added (another name) or taken away (undefined). */
function call(
  changes: Readonly<Record<string, string | undefined>> = {},
  line = 'POST /api/library/list',
): string {
  const body = '{}';
  const own: Record<string, string | undefined> = {
    Host: `127.0.0.1:${server.port}`,
    Origin: server.origin,
    'Sec-Fetch-Site': 'same-origin',
    'Content-Type': 'application/json',
    'Content-Length': String(body.length),
    'X-OKM': session,
    Connection: 'close',
    ...changes,
  };
  const headers = Object.entries(own).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return request(line, headers, body);
}

const cases: readonly (readonly [what: string, bytes: () => string, status: number])[] = [
  ['the page’s own call', () => call(), 200],
  ['a name bound anew to this address', () => call({ Host: 'evil.example' }), 421],
  ['such a name with our port', () => call({ Host: `evil.example:${server.port}` }), 421],
  ['localhost', () => call({ Host: `localhost:${server.port}` }), 421],
  ['an address without port', () => call({ Host: '127.0.0.1' }), 421],
  ['an empty host', () => call({ Host: '' }), 421],
  ['no host', () => call({ Host: undefined }), 400],
  ['two hosts', () => call().replace('Host:', `Host: 127.0.0.1:${server.port}\r\nHost:`), 421],
  ['the address in another spelling', () => call({ Host: `0x7f.1:${server.port}` }), 421],
  ['an absolute target', () => call({}, `POST http://127.0.0.1:${server.port}/api/library/list`), 400],
  ['a target with two slashes', () => call({}, 'POST //api/library/list'), 400],
  ['a target with a backslash', () => call({}, 'POST /\\api/library/list'), 400],
  ['another page’s call', () => call({ Origin: 'https://evil.example' }), 403],
  ['a call from our address on another port', () => call({ Origin: 'http://127.0.0.1:1' }), 403],
  ['a call from a file or a sandbox', () => call({ Origin: 'null' }), 403],
  ['a call without origin', () => call({ Origin: undefined }), 403],
  ['two origins', () => call().replace('Origin:', `Origin: ${server.origin}\r\nOrigin:`), 403],
  ['a form of another site', () => call({ 'Sec-Fetch-Site': 'cross-site' }), 403],
  ['a form of another port', () => call({ 'Sec-Fetch-Site': 'same-site' }), 403],
  ['a call that a user typed', () => call({ 'Sec-Fetch-Site': 'none' }), 403],
  ['a form’s content', () => call({ 'Content-Type': 'text/plain' }), 415],
  ['a form’s own content', () => call({ 'Content-Type': 'application/x-www-form-urlencoded' }), 415],
  ['JSON with more said of it', () => call({ 'Content-Type': 'application/json; charset=utf-8' }), 415],
  ['no secret', () => call({ 'X-OKM': undefined }), 401],
  ['a wrong secret', () => call({ 'X-OKM': 'x'.repeat(43) }), 401],
  [
    'the secret in a cookie',
    () => call({ 'X-OKM': undefined, Cookie: `X-OKM=${session}; okm=${session}` }),
    401,
  ],
  ['a call by GET', () => call({}, 'GET /api/library/list'), 405],
  ['a call by PUT', () => call({}, 'PUT /api/library/list'), 405],
  [
    'the question before a foreign call',
    () => call({ Origin: 'https://evil.example' }, 'OPTIONS /api/library/list'),
    405,
  ],
  ['a question of our own', () => call({}, 'OPTIONS /'), 405],
  ['a file that is no part of the page', () => call({}, 'GET /notes.txt'), 404],
  ['the page without its nonce', () => call({}, 'GET /index.html'), 404],
  ['a way out of the folder', () => call({}, 'GET /../package.json'), 404],
  ['the same in percent', () => call({}, 'GET /%2e%2e/package.json'), 404],
  ['a file of the page', () => call({}, 'GET /assets/main-abc.js'), 200],
  [
    'a file of the page, for another site',
    () => call({ 'Sec-Fetch-Site': 'cross-site' }, 'GET /assets/main-abc.js'),
    403,
  ],
  ['a download that was never made', () => call({}, `GET /dl/${'a'.repeat(43)}`), 410],
  [
    'two lengths that differ',
    () => call().replace('Content-Length: 2', 'Content-Length: 2\r\nContent-Length: 3'),
    400,
  ],
  ['a length and chunks', () => call({ 'Transfer-Encoding': 'chunked' }), 400],
  ['headers of nine kilobytes', () => call({ 'X-Long': 'x'.repeat(9000) }), 431],
  [
    'a protocol change',
    () => call({ Connection: 'Upgrade', Upgrade: 'websocket' }, 'GET /api/library/list'),
    405,
  ],
  [
    'an address for a second start, from a page',
    () => call({ 'X-OKM-Start': server.startKey }, 'POST /link'),
    403,
  ],
];

describe('the gate', () => {
  // In turn, and with a server of its own where secrets are guessed: ten wrong ones would close this one.
  for (const [what, bytes, status] of cases) {
    test(`answers ${status} to ${what}`, async () => {
      const answer = await server.send(bytes());
      expect(answer.status, answer.text.slice(0, 200)).toBe(status);
      expect(answer.text).not.toMatch(/access-control-allow/i);
      expect(answer.text).not.toMatch(/set-cookie/i);
    });
  }

  test('gives the page to a first navigation from anywhere, and nothing else to it', async () => {
    const from = { Origin: undefined, 'Sec-Fetch-Site': 'cross-site', 'X-OKM': undefined };
    const navigation = { ...from, 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Dest': 'document' };
    expect((await server.send(call(navigation, 'GET /'))).status).toBe(200);
    expect((await server.send(call({ ...navigation, 'Sec-Fetch-Dest': 'iframe' }, 'GET /'))).status).toBe(
      403,
    );
    expect((await server.send(call({ ...navigation, 'Sec-Fetch-Mode': 'no-cors' }, 'GET /'))).status).toBe(
      403,
    );
    expect((await server.send(call(navigation, 'GET /assets/main-abc.js'))).status).toBe(403);
    expect((await server.send(call(navigation, `GET /dl/${'a'.repeat(43)}`))).status).toBe(403);
  });

  test('puts a nonce of this load into the page and its policy', async () => {
    const nonces = [];
    for (let load = 0; load < 2; load += 1) {
      const { text } = await server.send(call({}, 'GET /'));
      const nonce = /style-src 'self' 'nonce-([\w-]{24})'/.exec(text)?.[1] ?? '';
      expect(text).toContain(`nonce="${nonce}"`);
      expect(text).toContain("default-src 'none'; script-src 'self';");
      expect(text).toMatch(/x-content-type-options: nosniff/i);
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(2);
  });
});

describe('secrets', () => {
  const redeem = (port: number, secret: unknown) => {
    const body = JSON.stringify({ secret });
    return request(
      'POST /session',
      [
        ['Host', `127.0.0.1:${port}`],
        ['Origin', `http://127.0.0.1:${port}`],
        ['Content-Type', 'application/json'],
        ['Content-Length', String(body.length)],
        ['Connection', 'close'],
      ],
      body,
    );
  };

  test('an address is good once, and a stolen one is worth nothing after its first use', async () => {
    const secret = server.access.issue();
    expect((await server.send(redeem(server.port, secret))).status).toBe(200);
    expect((await server.send(redeem(server.port, secret))).status).toBe(401);
  });

  test('an address is worth nothing after ten minutes', async () => {
    let time = 0;
    const own = await startServer({ now: () => time });
    const secret = own.access.issue();
    time += 10 * 60_000 + 1;
    expect((await own.send(redeem(own.port, secret))).status).toBe(401);
    await own.close();
  });

  test('a body that is not the form asked for is refused without a fault', async () => {
    for (const bad of [1, null, {}, 'x'.repeat(300)]) {
      expect((await server.send(redeem(server.port, bad))).status).toBe(400);
    }
    const whole = redeem(server.port, 'x');
    expect(
      (
        await server.send(
          whole.replace('"secret"', '"__proto__"').replace('Content-Length: 14', 'Content-Length: 17'),
        )
      ).status,
    ).toBe(400);
  });

  test('the door closes after ten wrong secrets within a minute', async () => {
    const own = await startServer();
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await own.send(redeem(own.port, `guess-${guess}`))).status).toBe(401);
    }
    expect(own.isListening()).toBe(false);
    expect((await own.send(redeem(own.port, 'guess'))).status).toBe(0);
    await own.close();
  });

  test('a second start gets an address with its key, and none without', async () => {
    const ask = (key: string) =>
      fetch(`${server.origin}/link`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-OKM-Start': key },
        body: '{}',
      });
    expect((await ask('wrong')).status).toBe(401);
    const answer = await ask(server.startKey);
    const { secret } = (await answer.json()) as { secret: string };
    expect((await server.send(redeem(server.port, secret))).status).toBe(200);
  });
});

describe('downloads', () => {
  test('a document is handed over once, as an attachment that runs nothing', async () => {
    const ticket = 't'.repeat(43);
    const bytes = new TextEncoder().encode('<script>alert(1)</script>');
    server.documents.set(ticket, { fileName: '简报 (1).html', mediaType: 'text/html', bytes });
    const { status, text } = await server.send(call({}, `GET /dl/${ticket}`));
    expect(status).toBe(200);
    expect(text).toMatch(/content-security-policy: sandbox\r\n/i);
    expect(text).toContain("filename*=UTF-8''%E7%AE%80%E6%8A%A5%20%281%29.html");
    expect(text.endsWith('<script>alert(1)</script>')).toBe(true);
    expect((await server.send(call({}, `GET /dl/${ticket}`))).status).toBe(410);
  });
});
