import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { okm } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'okm-cli-notes-'));
const at = { dataDir: join(folder, 'data') };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function note(quote: string, patch: Record<string, unknown> = {}) {
  return {
    id: `urn:uuid:${randomUUID()}`,
    type: 'Annotation',
    motivation: 'commenting',
    body: '问街道',
    target: {
      source: 'urn:okm:case:beijing-jinsong-model:zh',
      selector: { type: 'TextQuoteSelector', exact: quote },
    },
    ...patch,
  };
}

test('import shows a plan and takes nothing; --yes takes it in; export brings the same notes out', async () => {
  const shown = JSON.parse((await okm(['show', 'beijing-jinsong-model', '--json'], at)).out);
  const quote: string = shown.texts.zh.sections[0].text.slice(0, 20);
  const file = join(folder, 'in.jsonld');
  const items = [note(quote), note(quote, { target: { source: 'https://example.org' } })];
  writeFileSync(file, JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', items }));

  const plan = await okm(['import', file, '--json'], at);
  expect(plan.code).toBe(1);
  expect(JSON.parse(plan.out)).toMatchObject({ counts: { new: 1, refused: 1 }, carriedOut: null });
  const inWords = await okm(['import', file], at);
  expect(inWords.out).toContain('不收');
  expect(inWords.out).toContain('批的不是案例库的案例');

  const out = join(folder, 'out.csv');
  expect((await okm(['export', 'notes', '--out', out, '--json'], at)).out).toContain('"notes":0');
  const done = await okm(['import', file, '--yes', '--json'], at);
  expect(JSON.parse(done.out)).toMatchObject({ carriedOut: { added: 1, changed: 0 } });
  for (const ending of ['csv', 'jsonld', 'md', 'xlsx', 'json']) {
    const target = join(folder, `out.${ending}`);
    const { code, out: said } = await okm(['export', 'notes', '--out', target, '--json'], at);
    expect([code, JSON.parse(said)]).toEqual([0, { file: target, notes: 1 }]);
  }
  expect(readFileSync(out, 'utf8')).toContain(quote);
  const again = await okm(['import', join(folder, 'out.jsonld'), '--json'], at);
  expect(JSON.parse(again.out)).toMatchObject({ counts: { new: 0, same: 1, differs: 0, refused: 0 } });
});

test('what is no file of notes, or a format that is not known, is refused and nothing is written', async () => {
  const file = join(folder, 'bad.json');
  writeFileSync(file, '{"a": ');
  expect((await okm(['import', file], at)).code).toBe(3);
  expect((await okm(['import', join(folder, 'gone.json')], at)).code).toBe(3);
  expect((await okm(['import'], at)).code).toBe(2);
  expect((await okm(['export', 'notes', '--out', join(folder, 'x.pdf')], at)).code).toBe(2);
  expect((await okm(['export', 'cases', '--out', join(folder, 'x.csv')], at)).code).toBe(2);
});
