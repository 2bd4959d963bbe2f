import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeBrowser, type Launched, launch } from './launch.ts';

let program: Launched;
beforeAll(async () => {
  program = await launch();
  await program.page.getByText('劲松').first().waitFor();
});
afterAll(async () => {
  await program.close();
  await closeBrowser();
});
beforeEach(({ skip }) => {
  skip(program.door !== 'web', 'the desktop door has no session: its page is handed a port');
});

const addressOf = () => `${new URL(program.page.url()).origin}/`;

test('a reload goes on without a new address', async () => {
  await program.page.reload();
  await program.page.getByText('劲松').first().waitFor();
});

test('a new tab gets its key from the one that is open', async () => {
  const tab = await program.context.newPage();
  await tab.goto(addressOf());
  await tab.getByText('劲松').first().waitFor();
  await tab.close();
});

test('a page without a key shows nothing of the user’s and says how to open the program', async () => {
  const browser = program.context.browser();
  if (browser === null) throw new Error('no browser');
  const stranger = await browser.newContext({ locale: 'zh-CN' });
  const tab = await stranger.newPage();
  await tab.goto(addressOf());
  await tab.getByText('npm start').first().waitFor();
  expect(await tab.getByText('劲松').count()).toBe(0);
  await tab.goto(`${addressOf()}#${'x'.repeat(43)}`);
  await tab.reload();
  await tab.getByText('npm start').first().waitFor();
  await stranger.close();
});

test('another page of this machine can neither call the program, nor frame it, nor read it', async () => {
  const browser = program.context.browser();
  if (browser === null) throw new Error('no browser');
  const origin = new URL(program.page.url()).origin;
  const elsewhere = await browser.newContext();
  // Of this machine as well, and so as near as another origin can be.
  await elsewhere.route('http://evil.localhost/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>evil</title>' }),
  );
  const tab = await elsewhere.newPage();
  await tab.goto('http://evil.localhost/');
  const outcome = await tab.evaluate(async (target) => {
    const attempt = async (init: RequestInit) => {
      try {
        const response = await fetch(`${target}/api/library/list`, init);
        return response.type === 'opaque' ? 'opaque' : String(response.status);
      } catch {
        return 'refused';
      }
    };
    const frame = document.createElement('iframe');
    frame.src = `${target}/`;
    const framed = new Promise<string>((resolve) => {
      frame.onload = () => {
        try {
          resolve(frame.contentDocument?.body.textContent ?? 'out of reach');
        } catch {
          resolve('out of reach');
        }
      };
      frame.onerror = () => resolve('out of reach');
    });
    document.body.append(frame);
    return {
      simple: await attempt({ method: 'POST', mode: 'no-cors', body: '{}' }),
      json: await attempt({
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-OKM': 'x' },
        body: '{}',
      }),
      framed: await framed,
    };
  }, origin);
  expect(outcome).toEqual({
    simple: expect.stringMatching(/opaque|refused/),
    json: 'refused',
    framed: 'out of reach',
  });
  await elsewhere.close();
});

test('nothing of this was worth a complaint of the page’s own', () => {
  expect(program.complaints).toEqual([]);
});
