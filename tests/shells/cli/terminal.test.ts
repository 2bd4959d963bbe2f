import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { harmless, harmlessJson } from '../../../src-main/shells/cli/terminal.ts';

test.each([
  ['colours', 'a\u001b[31mred\u001b[0m', 'ared'],
  ['a title for the window', '\u001b]0;owned\u0007b', 'b'],
  ['a link with another target', '\u001b]8;;https://evil.example\u001b\\text\u001b]8;;\u001b\\', 'text'],
  ['the clipboard', '\u001b]52;c;ZXZpbA==\u0007c', 'c'],
  ['the same in one byte', '\u009d52;c;ZXZpbA==\u009cc', 'c'],
  ['a device string', '\u001bPq#0;2;0;0;0\u001b\\d', 'd'],
  ['a cursor sent away', '\u009b2Jd\u001b7e', 'de'],
  ['an escape cut short', 'e\u001b', 'e'],
  ['a bell, a backspace, a return', 'f\u0007\u0008\rg', 'fg'],
  ['a turned direction', 'h\u202egnp.exe\u2066', 'hgnp.exe'],
  ['what is only text', '劲松\t100%\nnext — “é”', '劲松\t100%\nnext — “é”'],
])('takes %s out of what is printed', (_what, given, expected) => {
  expect(harmless(given)).toBe(expected);
});

test('a text of the longest hostile kind takes no time', () => {
  const started = performance.now();
  harmless('\u001b]'.repeat(50_000));
  harmless(`\u001b]${'x'.repeat(100_000)}`);
  harmless('\u001b['.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(200);
});

test('JSON keeps every character, the dangerous ones as escapes, so that ranges hold', () => {
  const value = { text: 'a\u001b[31m\u009b2J\u202eb' };
  const json = harmlessJson(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  expect(json).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(JSON.parse(json)).toEqual(value);
});

test('the program prints its JSON and nothing else, and ends quietly when its reader does', () => {
  const entry = ['src-main/shells/okm.ts', 'check', 'cases/project/beijing-jinsong-model.md', '--json'];
  const out = execFileSync(process.execPath, entry, { encoding: 'utf8' });
  expect(JSON.parse(out)).toMatchObject({ cases: 1 });
  const piped = spawnSync('sh', ['-c', `"${process.execPath}" src-main/shells/okm.ts --help | head -n 1`], {
    encoding: 'utf8',
  });
  expect(piped.stdout.trim()).toMatch(/一公里案例库|One Kilometre/);
  expect(piped.stderr).toBe('');
});
