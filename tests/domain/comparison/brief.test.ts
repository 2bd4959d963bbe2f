import { describe, expect, it } from 'vitest';
import { numberRanges } from '#domain/citation/in-text.ts';
import { makeBrief } from '#domain/comparison/brief.ts';
import {
  type BriefRun,
  citingByNumber,
  markText,
  splitLead,
  toBriefRuns,
} from '#domain/comparison/brief-runs.ts';
import { library, worked } from '../../services/exports/sample.ts';

describe('brief', () => {
  it.each(['zh', 'en'] as const)('numbers its references in the order of reading (%s)', (language) => {
    const brief = makeBrief(worked(language));
    const cells = brief.groups.flatMap((group) => group.rows.flatMap((row) => row.cells));
    const read = [
      ...brief.findings.flatMap(({ lead, rest }) => [...lead, ...rest]),
      ...cells.flatMap((cell) => cell.runs),
    ].flatMap((run) => run.cites.map(({ number }) => number));
    const firsts = [...new Set(read)];
    const inOrder = firsts.every((number, index) => number <= Math.max(0, ...firsts.slice(0, index)) + 3);
    expect(inOrder).toBe(true);
    expect(firsts.sort((a, b) => a - b)).toEqual(brief.references.map((one) => one.number));
    expect(brief.citedInFindings).toEqual([1, 2]);
  });

  it('gives one number to one source that two cases cite', () => {
    const planners = library.get('beijing-responsible-planners');
    const guangzhou = library.get('guangzhou-chief-planners');
    const source = worked('zh');
    const cite = '《国家治理》的文章这样说。[@S0]';
    const brief = makeBrief({
      ...source,
      cases: [planners, guangzhou],
      drafts: [],
      comparison: {
        title: 't',
        rows: ['linkage'],
        cells: [planners, guangzhou].map((one) => ({
          caseId: one.id,
          row: 'linkage' as const,
          summary: cite,
        })),
        findings: {},
      },
    });
    expect(brief.references).toHaveLength(1);
    expect(brief.references[0]?.keys).toEqual([
      'beijing-responsible-planners_S0',
      'guangzhou-chief-planners_S0',
    ]);
  });

  it('marks what the user wrote, and what he wrote without a source', () => {
    const brief = makeBrief(worked('zh'));
    const cell = (row: string, column: number) =>
      brief.groups.flatMap((group) => group.rows).find((one) => one.id === row)?.cells[column];
    expect(cell('initiator-lead', 1)?.runs.some((run) => run.own)).toBe(true);
    expect(cell('initiator-lead', 1)?.unsupported).toBe(false);
    expect(cell('initiator-lead', 0)?.runs.some((run) => run.own)).toBe(false);
    expect(cell('upkeep', 1)?.unsupported).toBe(true);
    expect(brief.unsupported).toBe(1);
    expect(brief.hasOwnWords).toBe(true);
  });

  it('says which cases are silent on what', () => {
    const silences = makeBrief(worked('zh')).silences;
    expect(silences.find((one) => one.row === '专业独立性')?.cases).toEqual(['上海创智农园', '劲松模式']);
  });

  it('shows in the table what the finding begins with, and the whole of it in front', () => {
    const brief = makeBrief(worked('zh'));
    const row = brief.groups.flatMap((group) => group.rows).find((one) => one.id === 'funding');
    expect(row?.finding?.map((run) => run.text).join('')).toBe('账写全的只有劲松。');
    expect(brief.findings[0]?.rest.map((run) => run.text).join('')).toBe('总投资7600万元。清河金额未说明。');
  });

  it('ignores a citation of a source that no case has', () => {
    const source = worked('zh');
    const brief = makeBrief({
      ...source,
      comparison: { ...source.comparison, findings: { funding: '没有这条。[@S1]也没有。[@nowhere_S9]' } },
    });
    expect(brief.citedInFindings).toEqual([]);
    expect(JSON.stringify(brief.findings)).not.toContain('@');
  });
});

describe('runs of a brief', () => {
  const number = citingByNumber((ref) => Number(ref.slice(1)));
  const printed = (runs: readonly BriefRun[]) =>
    runs.map((run) => run.text + (run.mark === null ? '' : markText(run.mark))).join('');

  it('put a number before the mark that closes its claim', () => {
    const runs = toBriefRuns('商量了一年[@S6]；居民拿主意。[@S7; @S2]', number, undefined);
    expect(printed(runs)).toBe('商量了一年[6]；居民拿主意[2,7]。');
    const english = toBriefRuns('They talk. [@S1] They sign [@S2; @S3], at last.', number, undefined);
    expect(printed(english)).toBe('They talk[1]. They sign[2-3], at last.');
    const placed = toBriefRuns('They pay. [@S1, pp. 12-15; @S2; @S3, sec. 4]', number, undefined);
    expect(printed(placed)).toBe('They pay[2][1]12-15[3](sec. 4).');
  });

  it('shorten runs of numbers', () => {
    expect(numberRanges([5, 3, 4, 9])).toBe('3-5,9');
    expect(numberRanges([2, 6])).toBe('2,6');
  });

  it('count words of the draft as the case’s, new ones as the user’s', () => {
    const runs = toBriefRuns('财政出资。[@S1]企业也出了一份。[@S2]', number, '财政出资。[@S1]企业没有出。');
    expect(runs.filter((run) => run.own).map((run) => run.text)).toEqual(['企业也出了一份']);
  });

  it('find the first sentence, a number with a point notwithstanding', () => {
    const { lead, rest } = splitLead(
      toBriefRuns('Fees reached 85.4 per cent. Then they fell.', number, undefined),
    );
    expect(lead.map((run) => run.text).join('')).toBe('Fees reached 85.4 per cent.');
    expect(rest.map((run) => run.text).join('')).toBe(' Then they fell.');
  });
});
