import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createRouter, type RouterServices } from '../../src-main/shells/router.ts';
import { openDoors } from './doors.ts';
import { failingServices } from './failing-services.ts';

const MAX = 8 * 1024 * 1024;

const failing = failingServices(() => {
  throw new Error('not asked for here');
});
const services: RouterServices = {
  ...failing,
  search: {
    ...failing.search,
    query: (input) => ({
      query: input.query,
      total: 0,
      related: 0,
      hits: [],
      understood: [],
      facets: {},
      relax: [],
      nearest: [],
    }),
    suggest: () => [],
  },
};
const { doors, post, tell, close } = await openDoors(createRouter(services));
afterAll(close);

const faults: unknown[] = [];
const onFault = (fault: unknown) => faults.push(fault);
process.on('unhandledRejection', onFault).on('uncaughtException', onFault);
afterAll(() => {
  process.off('unhandledRejection', onFault).off('uncaughtException', onFault);
  expect(faults).toEqual([]);
});

/** What a door says, whichever it is: the code of its error, or that there was none. */
async function codeOverHttp(path: string, body: string): Promise<unknown> {
  const response = await post(path, body);
  const answer = (await response.json()) as { json?: { code?: unknown; defined?: unknown } };
  return response.ok
    ? 'ok'
    : answer.json?.defined === true
      ? answer.json.code
      : `undeclared ${response.status}`;
}

async function codeOverPort(message: unknown): Promise<unknown> {
  const answer = (await tell(message)) as {
    p?: { s?: number; b?: { json?: { code?: unknown; defined?: unknown } } };
  };
  if ((answer.p?.s ?? 200) < 400) return 'ok';
  return answer.p?.b?.json?.defined === true ? answer.p.b.json.code : `undeclared ${answer.p?.s}`;
}

const query = (json: string) => `{"json":{"query":${json}}}`;
const overPort = (body: string, path = '/search/query', id = '"1"') =>
  `{"i":${id},"p":{"u":"${path}","b":${body}}}`;

const bodies: readonly (readonly [what: string, body: string, code: string])[] = [
  ['a good call', query('"x"'), 'ok'],
  ['a wrong type', query('7'), 'INPUT_INVALID'],
  ['no envelope', '7', 'INPUT_INVALID'],
  ['an envelope of another kind', '{"json":{"query":"x"},"meta":7}', 'INPUT_INVALID'],
  ['a type that does not exist', '{"json":{"query":"x"},"meta":[[99,"query"]]}', 'ok'],
  [
    'a path into the prototype',
    '{"json":{"query":"x"},"meta":[[1,"__proto__","polluted"]]}',
    'INPUT_INVALID',
  ],
  ['a key that changes prototypes', '{"json":{"query":"x","__proto__":{"polluted":1}}}', 'INPUT_INVALID'],
  [
    'the same key in escapes',
    '{"json":{"query":"x","\\u005f_proto_\\u005f":{"polluted":1}}}',
    'INPUT_INVALID',
  ],
  ['a nest of forty', query(`${'['.repeat(40)}${']'.repeat(40)}`), 'INPUT_INVALID'],
  ['a nest of a million', query(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`), 'INPUT_INVALID'],
  ['text longer than is read', query(JSON.stringify('x'.repeat(1_000_001))), 'INPUT_INVALID'],
  ['more than eight megabytes', query(JSON.stringify('x'.repeat(MAX))), 'INPUT_TOO_LARGE'],
];

test.each(bodies)('%s: the same answer over HTTP and over a port', async (what, body, code) => {
  expect(await codeOverHttp('/api/search/query', body), what).toBe(code);
  // What is too large is not read at all, so the port cannot tell which call it was.
  if (
    code !== 'INPUT_TOO_LARGE' &&
    !body.includes('__proto__') &&
    !body.includes('u005f') &&
    !body.includes('[[[[')
  ) {
    expect(await codeOverPort(overPort(body)), what).toBe(code);
  }
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('what is no JSON at all is an error of the contract over HTTP', async () => {
  for (const body of ['{', '{"json":', 'NaN', '\u0000', '{"json":{"query":"x"}']) {
    expect(await codeOverHttp('/api/search/query', body)).toBe('INPUT_INVALID');
  }
});

test('a procedure that is not in the contract is an error of the contract', async () => {
  for (const path of [
    '/nothing/here',
    '/search',
    '/search/query/more',
    '/__proto__/toString',
    '/constructor',
  ]) {
    expect(await codeOverHttp(`/api${path}`, query('"x"'))).toBe('INPUT_INVALID');
    expect(await codeOverPort(overPort(query('"x"'), path))).toBe('INPUT_INVALID');
  }
});

test('messages that are none of the protocol’s do not stop the port from answering', async () => {
  const port = doors[2];
  const strange: unknown[] = [
    undefined,
    null,
    7,
    'text',
    '{}',
    '[]',
    '{"i":1}',
    '{"i":"x","t":2,"p":{}}',
    '{"i":"x","t":3,"p":{"e":"message","d":1}}',
    '{"i":"x","t":4}',
    '{"i":"x","p":{"u":"http://evil.example/search/query","b":{}}}',
    '{"i":"x","p":{"u":"/search/query","m":"GET"}}',
    { i: 'x', p: { u: '/search/query' } },
    new Uint8Array([123, 255, 1, 2]),
    `${'['.repeat(100_000)}`,
    'x'.repeat(MAX + 1),
  ];
  for (const message of strange) {
    void tell(message);
    await port?.client.search.query({ query: 'still there' });
  }
  expect(await port?.client.search.query({ query: 'still there' })).toMatchObject({ query: 'still there' });
});

test('a call id used twice at once, or ended before it began, harms no other call', async () => {
  void tell('{"i":"same","t":4}');
  const answers = await Promise.all(
    ['"same"', '"same"', '"other"'].map((id) => codeOverPort(overPort(query('"x"'), '/search/query', id))),
  );
  expect(answers).toContain('ok');
});

test('any JSON whatever, as the input of a call, ends in an answer or an error of the contract', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), async (value) => {
      const body = JSON.stringify({ json: value });
      expect(['ok', 'INPUT_INVALID']).toContain(await codeOverHttp('/api/search/query', body));
    }),
    { numRuns: 150 },
  );
});

test('more than sixty-four calls at once are refused, and then there is room again', async () => {
  let release = Promise.withResolvers<void>();
  const slow = createRouter({
    ...services,
    search: {
      ...services.search,
      suggest: async () => {
        await release.promise;
        return [];
      },
    },
  });
  const own = await openDoors(slow);
  for (const { name, client } of own.doors) {
    release = Promise.withResolvers<void>();
    const calls = Array.from({ length: 66 }, () =>
      client.search.suggest({ text: 'x' }).then(
        () => 'ok',
        (error: { code?: string }) => error.code,
      ),
    );
    expect(await Promise.race(calls), name).toBe('TOO_MANY_CALLS');
    release.resolve();
    // A call that comes after the first ones have ended finds room.
    expect([64, 65], name).toContain((await Promise.all(calls)).filter((one) => one === 'ok').length);
    expect(await client.search.suggest({ text: 'x' }), name).toEqual([]);
  }
  await own.close();
});
