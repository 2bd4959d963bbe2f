import type { SourceKind } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import type { Draft } from '#contract/comparisons.ts';
import type { Language } from '#contract/ids.ts';
import { RowId, type RowKey } from '#contract/rows.ts';
import { draftActors, draftIndependence, draftInput, draftLead, draftRung } from './draft-people.ts';
import {
  draftFromSentences,
  draftLifecycle,
  draftLinkage,
  draftOrOpening,
  draftProcess,
  draftTools,
} from './draft-process.ts';
import {
  draftCapacity,
  draftEvidence,
  draftFunding,
  draftOutcomes,
  draftTransfer,
  draftUpkeep,
} from './draft-results.ts';
import { draftPeriod, draftPlace, draftPosition, draftProblem } from './draft-setting.ts';
import { layOut, type Material, nothingOf } from './material.ts';
import { sentenceRules } from './rules.ts';

const fromSentences =
  (
    row:
      | 'professional-input'
      | 'participants'
      | 'decision-rule'
      | 'incentive-review'
      | 'outputs'
      | 'disputes-limits',
  ) =>
  (material: Material): Draft =>
    draftFromSentences(material, row, sentenceRules[row]);

const makers: Readonly<Record<RowId, (material: Material) => Draft>> = {
  position: draftPosition,
  'place-scale': draftPlace,
  'period-status': draftPeriod,
  'problem-goal': draftProblem,
  mandate: draftMandate,
  'initiator-lead': draftLead,
  'actors-division': draftActors,
  'professional-input': draftInput,
  independence: draftIndependence,
  participants: fromSentences('participants'),
  'participation-rung': draftRung,
  process: draftProcess,
  'methods-tools': draftTools,
  'decision-rule': fromSentences('decision-rule'),
  linkage: draftLinkage,
  'lifecycle-cover': draftLifecycle,
  funding: draftFunding,
  'incentive-review': fromSentences('incentive-review'),
  outputs: (material) => draftOrOpening(material, 'outputs', sentenceRules.outputs, 'space-service'),
  'outcomes-who': draftOutcomes,
  'capacity-left': draftCapacity,
  upkeep: draftUpkeep,
  'disputes-limits': fromSentences('disputes-limits'),
  transfer: draftTransfer,
  evidence: draftEvidence,
};

/** A sentence that cites a law tells of a mandate even without naming it. */
function draftMandate(material: Material): Draft {
  const kinds = new Map<string, SourceKind>(
    material.value.front.references.map((item) => [item.id, item.custom.kind]),
  );
  return draftFromSentences(material, 'mandate', sentenceRules.mandate, (sentence) =>
    sentence.refs.some((ref) => kinds.get(ref) === 'law') ? 1.5 : 0,
  );
}

/**
 * What a case itself says for a comparison row: whole sentences or facts of its front matter, each claim with
 * its sources and the sentence it stands on, or the kind of nothing.
 */
export function draftCell(value: Case, row: RowKey, language: Language): Draft {
  return draftRow(layOut(value, language), row);
}

/** The drafts of several rows of a case, laid out once. */
export function draftCells(value: Case, rows: readonly RowKey[], language: Language): Draft[] {
  const material = layOut(value, language);
  return rows.map((row) => draftRow(material, row));
}

/** Of a row of the user's own no case says anything until he finds it: that is said, never left blank. */
function draftRow(material: Material, row: RowKey): Draft {
  const known = RowId.safeParse(row);
  return known.success ? makers[known.data](material) : nothingOf(material, row, 'not-stated');
}
