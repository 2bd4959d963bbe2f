import type { SectionId } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import type { Passage } from '#contract/comparisons.ts';
import type { Language } from '#contract/ids.ts';
import { RowId, type RowKey } from '#contract/rows.ts';
import { type CaseSentence, sentencesOf, textIn } from './case-sentences.ts';
import { draftCell } from './draft-cell.ts';

/** The sections that speak of a row, the likeliest first. */
const sectionsOf: Readonly<Record<RowId, readonly SectionId[]>> = {
  position: ['roles', 'process'],
  'place-scale': ['background', 'space-service'],
  'period-status': ['background', 'process'],
  'problem-goal': ['background'],
  mandate: ['roles', 'background', 'process'],
  'initiator-lead': ['roles'],
  'actors-division': ['roles', 'process'],
  'professional-input': ['roles', 'process'],
  independence: ['roles', 'limits'],
  participants: ['process', 'roles'],
  'participation-rung': ['process', 'roles'],
  process: ['process'],
  'methods-tools': ['process'],
  'decision-rule': ['process', 'roles', 'results'],
  linkage: ['roles', 'process'],
  'lifecycle-cover': ['process'],
  funding: ['roles', 'process', 'results', 'limits'],
  'incentive-review': ['roles', 'process'],
  outputs: ['space-service', 'results'],
  'outcomes-who': ['results'],
  'capacity-left': ['results', 'process'],
  upkeep: ['process', 'space-service', 'limits'],
  'disputes-limits': ['limits'],
  transfer: ['transfers'],
  evidence: [],
};

/**
 * The sentences to show beside a cell: those that its draft rests on first, then the rest of the sections
 * that speak of the row, in the order of the case.
 */
export function passagesFor(value: Case, row: RowKey, language: Language): Passage[] {
  const text = textIn(value, language);
  if (text === undefined) return [];
  const sentences = sentencesOf(text);
  const claims = draftCell(value, row, language).claims;
  const isUsed = (one: CaseSentence) =>
    claims.some(({ at }) => at !== null && at.section === one.section && at.start === one.start);
  const used = sentences.filter(isUsed);
  const known = RowId.safeParse(row);
  // A question of the user's own may be answered anywhere in the case.
  const likely = known.success ? sectionsOf[known.data] : sentences.map((one) => one.section);
  const sections = [...new Set([...used.map((one) => one.section), ...likely])];
  const rest = sections.flatMap((id) => sentences.filter((one) => one.section === id && !isUsed(one)));
  return [...used.map((one) => toPassage(one, true)), ...rest.map((one) => toPassage(one, false))];
}

function toPassage({ section, start, end, text, refs }: CaseSentence, used: boolean): Passage {
  return { section, start, end, text, refs: [...refs], used };
}
