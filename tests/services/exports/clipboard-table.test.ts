import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { makeBrief } from '#domain/comparison/brief.ts';
import { clipboardTable } from '#services/exports/clipboard-table.ts';
import { worked } from './sample.ts';

test.for(['zh', 'en'] as const)('is a table to every program that it is pasted into (%s)', (language) => {
  const source = worked(language);
  const brief = makeBrief(source);
  const { html, text } = clipboardTable(brief, false);
  const rows = brief.groups.flatMap((group) => group.rows);
  // Pandoc reads the HTML as a word processor would: one table, every cell of it there.
  const read = JSON.parse(
    execFileSync('pandoc', ['-f', 'html', '-t', 'json'], { input: html, encoding: 'utf8' }),
  ) as { blocks: { t: string; c: unknown }[] };
  const tables = JSON.stringify(read.blocks).match(/"t":"Table"/g) ?? [];
  expect(tables).toHaveLength(1);
  const plain = execFileSync('pandoc', ['-f', 'html', '-t', 'plain', '--columns', '4000'], {
    input: html,
    encoding: 'utf8',
  });
  for (const row of rows) expect(plain).toContain(row.title);
  const lines = text.split('\n');
  expect(lines[0]?.split('\t')).toHaveLength(source.cases.length + (brief.findings.length > 0 ? 2 : 1));
  expect(lines.slice(1, rows.length + 1).map((line) => line.split('\t')[0])).toEqual(
    rows.map((row) => row.title),
  );
  // Every number in the table has its source under it.
  const cited = new Set(
    [
      ...lines
        .slice(0, rows.length + 1)
        .join('')
        .matchAll(/\[(\d+)\]/g),
    ].map(([, n]) => n),
  );
  for (const number of cited) expect(text).toContain(`\n[${number}] `);
});

test('turns with the table on the screen, and gives a spreadsheet nothing to run', () => {
  const source = worked('zh');
  const brief = makeBrief({ ...source, comparison: { ...source.comparison, title: 'x' } });
  const [first] = clipboardTable(brief, true).text.split('\n');
  expect(first?.split('\t').slice(1)).toEqual(
    brief.groups.flatMap((group) => group.rows.map((row) => row.title)),
  );
  const [cell] = brief.groups[0]?.rows[0]?.cells ?? [];
  if (!cell) throw new Error('a brief has cells');
  const evil = { ...cell, runs: [{ text: '=1+1 <b>', cites: [], own: true, mark: null }] };
  const groups = brief.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, cells: row.cells.map(() => evil) })),
  }));
  const { text, html } = clipboardTable({ ...brief, groups }, false);
  expect(text).toContain("\t'=1+1");
  expect(html).toContain('=1+1 &lt;b&gt;');
});
