import { expect, test } from 'vitest';
import { crossCases, reportCase } from '#domain/report/library-report.ts';
import { reportDocument } from '#domain/report/report-document.ts';
import { reportHtml, reportMarkdown } from '#domain/report/write-report.ts';
import { openLibrary } from '#services/library/library.ts';

const { cases, get } = await openLibrary({ casesDir: 'cases' });

test('every case stands once under its type, in one level and one period', () => {
  for (const columns of ['level', 'period'] as const) {
    const counted = crossCases(cases, 'type', columns).counts.flatMap(({ cells }) =>
      cells.flatMap((cell) => cell.cases),
    );
    expect(counted.toSorted()).toEqual(cases.map(({ id }) => id));
  }
});

test('a silence is told of a case that has it, and of no other', () => {
  const jinsong = reportCase(get('beijing-jinsong-model'));
  expect(jinsong.silent).toContain('role');
  expect(jinsong.silent).not.toContain('funding');
  const { front } = get('beijing-jinsong-model');
  const quiet = reportCase({ ...get('beijing-jinsong-model'), front: { ...front, funding: 'not-stated' } });
  expect(quiet.silent).toContain('funding');
});

test('counts voices, not items', () => {
  const value = get('beijing-jinsong-model');
  const first = value.front.references[0];
  if (!first) throw new Error('the case has lost its sources');
  expect(reportCase(value).independent).toBe(7);
  expect(value.evidence.independent.press).toBe(value.evidence.sources.press);
});

test('both languages carry the same tables, and the page escapes what it shows', () => {
  const [zh, en] = [reportDocument(cases, 'zh'), reportDocument(cases, 'en')];
  const shape = ({ parts }: typeof zh) => parts.map(({ table }) => [table.head.length, table.rows.length]);
  expect(shape(zh)).toEqual(shape(en));
  expect(reportMarkdown(zh)).toContain('| 规划统筹型 |');
  const first = zh.parts[0];
  if (!first) throw new Error('the report has lost its parts');
  const hostile = { ...zh, parts: [{ ...first, table: { ...first.table, rows: [['<b>&"', '1']] } }] };
  expect(reportHtml(hostile)).toContain('&lt;b&gt;&amp;&quot;');
  expect(reportHtml(hostile)).not.toContain('<b>');
});
