import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CslItem } from '#contract/case.ts';
import { addReference, fillCaseForm, readCaseForm, readReferences } from '#domain/case/case-form.ts';
import { parseCaseFile } from '#domain/case/parse-case.ts';

const main = readFileSync('cases/project/shanghai-yangpu-tongji-teams.md', 'utf8');
const other = readFileSync('cases/project/shanghai-yangpu-tongji-teams.en.md', 'utf8');
const source: Omit<CslItem, 'id'> = {
  type: 'webpage',
  title: '更新公告：第一期',
  author: [{ literal: '某街道办事处' }],
  issued: '2024-05-10',
  accessed: '2026-11-24',
  URL: 'https://example.org/a?b=1',
  language: 'zh-CN',
  custom: { kind: 'official' },
};

/** Lines of one text that are not in the other. */
function newLines(before: string, after: string): string[] {
  const known = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !known.has(line));
}

describe('the form beside a case', () => {
  test('shows what the front matter says', () => {
    expect(readCaseForm(main)).toMatchObject({ type: 'project', district: '杨浦区', start: '2018', end: '' });
    expect(readCaseForm('没有头部数据')).toBeUndefined();
    expect(readCaseForm('---\ntitle: [unfinished\n---\n')).toBeUndefined();
    expect(readCaseForm('---\nplace: 上海\nchallenges: not-stated\n---\n')).toMatchObject({
      city: '',
      challenges: [],
    });
  });

  test('changes the lines of what was changed and no others, and the case still reads', () => {
    const filled = fillCaseForm(
      { main, other },
      {
        titleEn: 'A lane: renewed',
        city: '上海',
        district: '',
        end: '2024',
        status: 'ended',
        challenges: [],
      },
    );
    expect(newLines(main, filled.main)).toHaveLength(4);
    expect(newLines(other, filled.other ?? '')).toEqual(['title: "A lane: renewed"']);
    expect(readCaseForm(filled.main)).toMatchObject({
      titleEn: 'A lane: renewed',
      city: '上海',
      district: '',
      start: '2018',
      end: '2024',
      status: 'ended',
      challenges: [],
    });
    const front = parseCaseFile(filled.main, 'project/x.md').value?.front;
    expect(front && 'challenges' in front ? front.challenges : '').toBe('not-stated');
  });

  test('leaves comments where they stand, adds keys that were missing and takes out empty lists', () => {
    const text = `---\ntype: project # why\naliases:\n  - 一\n  - 二\n# before level\nlevel: site\n---\n正文\n`;
    const changed = fillCaseForm(
      { main: text, other: null },
      { type: 'event-driven', aliases: [], tools: ['ar-vr'] },
    );
    expect(changed.main).toBe(
      `---\ntype: event-driven # why\n# before level\nlevel: site\ntools: [ar-vr]\n---\n正文\n`,
    );
    const long = fillCaseForm({ main: text, other: null }, { aliases: ['三, 四', 'yes'] });
    expect(readCaseForm(long.main)?.aliases).toEqual(['三, 四', 'yes']);
    expect(long.main).toContain('# before level\nlevel: site\n');
  });

  test('adds a source under the next free id to both texts, below the others', () => {
    const before = readReferences(main).length;
    const added = addReference({ main, other }, source);
    expect(added.id).toBe(`S${Math.max(...readReferences(main).map(({ id }) => Number(id.slice(1)))) + 1}`);
    for (const text of [added.main, added.other ?? '']) {
      expect(readReferences(text)).toHaveLength(before + 1);
      expect(readReferences(text).at(-1)).toEqual({ id: added.id, title: source.title });
    }
    expect(newLines(added.main, main)).toEqual([]);
    const parsed = parseCaseFile(added.main, 'project/shanghai-yangpu-tongji-teams.md');
    expect(parsed.value?.front.references.at(-1)).toEqual({ id: added.id, ...source });
  });
});
