import type { Case } from '#contract/case-tree.ts';
import { BriefOptions } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import type { RowId } from '#contract/rows.ts';
import type { BriefSource } from '#domain/comparison/brief.ts';
import { draftCells } from '#domain/comparison/draft-cell.ts';
import { openLibrary } from '#services/library/library.ts';

export const library = await openLibrary({ casesDir: 'cases' });
export const caseIds = [
  'beijing-qinghe-community-planners',
  'shanghai-knowledge-innovation-garden',
  'beijing-jinsong-model',
] as const;
const rows: RowId[] = [
  'period-status',
  'initiator-lead',
  'independence',
  'decision-rule',
  'lifecycle-cover',
  'funding',
  'upkeep',
  'disputes-limits',
];

export function options(language: Language, more: Partial<BriefOptions> = {}): BriefOptions {
  const audience = language === 'zh' ? '街道专题会' : 'the subdistrict meeting';
  return BriefOptions.parse({ language, audience, ...more });
}

const own = {
  zh: {
    title: '老旧小区更新：谁出钱，谁接手',
    lead: '开发商先找上门，四叶草堂坚持做成居民的平台。[@S2; @S5]',
    upkeep: '街道每年补一点，四叶草堂养园。',
    finding:
      '账写全的只有劲松。总投资7600万元。[@beijing-jinsong-model_S4]清河金额未说明。[@beijing-qinghe-community-planners_S6]',
  },
  en: {
    title: 'Renewing old estates: who pays, who takes over',
    lead: 'The developer came first; Clover insisted on a platform for residents. [@S2; @S5]',
    upkeep: 'The subdistrict adds a little each year and Clover tends the garden.',
    finding:
      'Only Jinsong accounts for its money. 76 million yuan in all. [@beijing-jinsong-model_S4] Qinghe gives no sum. [@beijing-qinghe-community-planners_S6]',
  },
};

/** A worked comparison of three real cases: an edited cell with sources, one without, a finding. */
export function worked(language: Language, more: Partial<BriefOptions> = {}): BriefSource {
  const cases: Case[] = caseIds.map((id) => library.get(id));
  const garden = library.get(caseIds[1]).id;
  const words = own[language];
  return {
    comparison: {
      title: words.title,
      rows,
      cells: [
        { caseId: garden, row: 'initiator-lead', summary: words.lead },
        { caseId: garden, row: 'upkeep', summary: words.upkeep },
      ],
      findings: { funding: words.finding },
    },
    cases,
    drafts: cases.flatMap((one) => draftCells(one, rows, language)),
    options: options(language, more),
    date: '2026-11-24T08:00:00.000Z',
  };
}
