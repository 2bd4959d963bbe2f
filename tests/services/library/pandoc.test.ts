import { execFile, spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const isThere = spawnSync('pandoc', ['--version']).status === 0;

test('every bundled case is Pandoc Markdown: DOCX with citations, no warning', async ({ skip }) => {
  if (!isThere) skip('pandoc is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'okm-pandoc-'));
  // Teaching notes cite the references of their case, which stand in its file.
  const files = globSync('cases/*/*.md').filter((file) => !file.includes('.teaching.'));
  const faults: string[] = [];
  const queue = [...files];
  const work = async () => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const out = join(folder, `${file.replaceAll(/[^a-z0-9]/g, '-')}.docx`);
      const { stderr } = await run('pandoc', ['--citeproc', file, '-o', out]).catch((error: Error) => ({
        stderr: error.message,
      }));
      if (stderr !== '') faults.push(`${file}: ${stderr}`);
      else if ((await stat(out)).size < 5000) faults.push(`${file}: too small`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  await rm(folder, { recursive: true, force: true });
  expect(files.length).toBeGreaterThanOrEqual(118);
  expect(faults).toEqual([]);
}, 180_000);
