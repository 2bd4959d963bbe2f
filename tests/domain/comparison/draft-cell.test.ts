import { describe, expect, it } from 'vitest';
import type { Case } from '#contract/case-tree.ts';
import { splitCited } from '#contract/cited-text.ts';
import type { Language } from '#contract/ids.ts';
import { RowId } from '#contract/rows.ts';
import { findEntry } from '#contract/vocabulary.ts';
import { differingRows } from '#domain/comparison/differing-rows.ts';
import { draftCell, draftCells } from '#domain/comparison/draft-cell.ts';
import { passagesFor } from '#domain/comparison/passages.ts';
import { periodWords } from '#domain/comparison/period-words.ts';
import { openLibrary } from '#services/library/library.ts';

const library = await openLibrary({ casesDir: 'cases' });
const rows = RowId.options;
const languages = ['zh', 'en'] as const;
const jinsong = library.get('beijing-jinsong-model');
const planners = library.get('beijing-responsible-planners');

const everyCell = (language: Language) =>
  library.cases.flatMap((one) => draftCells(one, rows, language).map((draft) => ({ one, draft })));

function sentenceAt(value: Case, language: Language, at: { section: string; start: number; end: number }) {
  const section = value.texts[language]?.sections.find((one) => one.id === at.section);
  return section?.text.slice(at.start, at.end) ?? '';
}

describe.each(languages)('drafts of every case in %s', (language) => {
  const cells = everyCell(language);

  it('are never blank: words, or which kind of nothing', () => {
    for (const { one, draft } of cells) {
      const place = `${one.id} ${draft.row}`;
      expect(draft.text.trim(), place).not.toBe('');
      if (draft.nothing) expect(draft.text, place).toBe(findEntry('nothing', draft.nothing)?.[language]);
      expect(draft.text, place).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it('end as sentences do', () => {
    for (const { one, draft } of cells) {
      if (draft.nothing) continue;
      const words = splitCited(draft.text)
        .map((run) => run.text)
        .join('');
      expect(words, `${one.id} ${draft.row}`).toMatch(language === 'zh' ? /[。？！）”]$/ : /[.?!)”’"]$/);
    }
  });

  it('cite only what the case has, and cite it where the claim says', () => {
    for (const { one, draft } of cells) {
      const known = new Set(one.front.references.map((item) => item.id as string));
      const cited = splitCited(draft.text).flatMap((run) => run.refs);
      for (const ref of cited) expect(known.has(ref), `${one.id} ${draft.row} ${ref}`).toBe(true);
      const claimed = new Set(draft.claims.flatMap((claim) => claim.refs));
      expect(new Set(cited), `${one.id} ${draft.row}`).toEqual(claimed);
    }
  });

  it('point at whole sentences of the text in that language', () => {
    for (const { one, draft } of cells) {
      for (const claim of draft.claims) {
        if (claim.at === null) continue;
        const section = one.texts[language]?.sections.find((part) => part.id === claim.at?.section);
        const whole = section?.sentences.some(
          (sentence) => sentence.start === claim.at?.start && sentence.end === claim.at?.end,
        );
        expect(whole, `${one.id} ${draft.row}`).toBe(true);
      }
    }
  });

  it('hold no sentence cut short', () => {
    const quoted = new Set([
      'mandate',
      'participants',
      'process',
      'decision-rule',
      'outputs',
      'disputes-limits',
    ]);
    for (const { one, draft } of cells.filter((cell) => quoted.has(cell.draft.row))) {
      for (const claim of draft.claims) {
        expect(claim.at && sentenceAt(one, language, claim.at), `${one.id} ${draft.row}`).toBe(claim.text);
      }
    }
  });
});

describe('drafts in two languages', () => {
  it('rest on the same sources', () => {
    let same = 0;
    let all = 0;
    for (const one of library.cases) {
      if (!one.texts.en) continue;
      for (const row of rows) {
        const [zh, en] = languages.map((language) => draftCell(one, row, language));
        expect(zh?.nothing, `${one.id} ${row}`).toBe(en?.nothing);
        const refs = (draft: typeof zh) =>
          [...new Set(draft?.claims.flatMap((claim) => claim.refs))].sort().join();
        all++;
        if (refs(zh) === refs(en)) same++;
      }
    }
    // Two texts of a case may split a sentence differently; nearly always they do not.
    expect(same / all).toBeGreaterThan(0.95);
  });
});

describe('single rows', () => {
  const zh = (row: RowId, value = jinsong) => draftCell(value, row, 'zh');

  it('tell who pays from the front matter, with the sentence behind each share', () => {
    const draft = zh('funding');
    expect(draft.text).toBe(
      '政府财政4600万元[@S4]；企业自有资金3000万元[@S2; @S4; @S5]；“四个一点”中有居民一份，数额未见。[@S5]',
    );
    expect(draft.claims[0]?.at).not.toBeNull();
  });

  it('say which rung each stage reached', () => {
    expect(zh('participation-rung').text).toBe('策划：赋权[@S5]；运营：协作。[@S4]');
    expect(draftCell(jinsong, 'participation-rung', 'en').text).toBe(
      'Inception: empower [@S5]; operate: collaborate. [@S4]',
    );
  });

  it('tell how a choice was closed', () => {
    expect(zh('decision-rule').text).toContain('用哪一家由居民定');
  });

  it('say which stages the service does not reach', () => {
    expect(zh('lifecycle-cover', planners).text).toBe(
      '服务到策划、规划、建设、维护；运营未见。[@S0; @S12; @S2; @S15]',
    );
  });

  it('keep silent where the case is silent', () => {
    expect(zh('independence').nothing).toBe('not-stated');
    expect(zh('funding', planners).nothing).toBe('not-stated');
    // Qinghe says that nobody wrote down who tends the triangle; the untended years before do not count.
    expect(zh('upkeep', library.get('beijing-qinghe-community-planners')).nothing).toBe('not-stated');
  });

  it('mark an outcome that only the promoter tells', () => {
    expect(zh('outcomes-who').text).toMatch(/（仅主办方自述）$/);
  });

  it('compute the strength of evidence', () => {
    expect(zh('evidence', planners).text).toMatch(
      /^\d+个来源：学术\d+、.*；\d+%的陈述句有引用；最新的出自2025年。$/,
    );
    expect(zh('evidence').claims).toEqual([]);
  });

  it('keep to the length of a cell, save where a single sentence is longer', () => {
    const long = everyCell('zh').filter(({ draft }) => {
      const words = splitCited(draft.text)
        .map((run) => run.text)
        .join('');
      return [...words].length > 60;
    });
    expect(long.length / everyCell('zh').length).toBeLessThan(0.2);
  });
});

describe('passages', () => {
  it('begin with the sentences that the draft rests on', () => {
    for (const one of library.cases.slice(0, 8)) {
      for (const row of rows) {
        const used = passagesFor(one, row, 'zh').map((passage) => passage.used);
        expect(used.lastIndexOf(true) < used.filter(Boolean).length, `${one.id} ${row}`).toBe(true);
      }
    }
  });
});

describe('differing rows', () => {
  it('look at words, not at sources', () => {
    const cells = [
      { row: 'funding', text: '财政出资。[@S1]' },
      { row: 'funding', text: '财政出资。[@S4]' },
      { row: 'upkeep', text: '未说明' },
      { row: 'upkeep', text: '居民管。' },
    ] as const;
    expect(differingRows(['funding', 'upkeep'], cells)).toEqual(['upkeep']);
  });
});

describe('period in words', () => {
  it('says since when, until when, or what became of it', () => {
    expect(periodWords({ start: 2018, status: 'ongoing' })).toEqual({ zh: '2018年至今', en: 'since 2018' });
    expect(periodWords({ start: '2015-04', end: 2018, status: 'ended' })).toEqual({
      zh: '2015—2018年',
      en: '2015–2018',
    });
    expect(periodWords({ start: 'not-stated', status: 'ongoing' })).toEqual({ zh: '在行', en: 'Ongoing' });
  });
});
