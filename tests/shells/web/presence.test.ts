import { expect, test } from 'vitest';
import { watchPresence } from '../../../src-main/shells/web/presence.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('the program ends a while after its last page has gone, and a reload in between does not end it', async () => {
  let gone = 0;
  const presence = watchPresence(10_000, 80, () => {
    gone += 1;
  });
  const leaveFirst = presence.enter();
  const leaveSecond = presence.enter();
  leaveFirst();
  leaveFirst();
  await pause(120);
  expect(gone, 'another page is still there').toBe(0);
  leaveSecond();
  await pause(30);
  const leaveAgain = presence.enter();
  await pause(120);
  expect(gone, 'a page that came back in time').toBe(0);
  leaveAgain();
  await pause(120);
  expect(gone).toBe(1);
  presence.end();
});

test('the program ends when no page ever comes', async () => {
  let gone = 0;
  watchPresence(40, 10_000, () => {
    gone += 1;
  });
  await pause(90);
  expect(gone).toBe(1);
});
