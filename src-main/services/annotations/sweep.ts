import { setImmediate } from 'node:timers/promises';
import type { AnchorReport, AnchorStatus } from '#contract/annotations.ts';
import { searchableText } from '#domain/annotation/searchable.ts';
import type { Store } from '../store/store.ts';
import type { AnnotationOutcome, AnnotationRow } from './annotation-row.ts';
import type { CaseTexts } from './case-texts.ts';
import { lookFor } from './outcome.ts';

/** Notes looked for before other work gets its turn. */
const TURN = 20;
/** Items that a report names; it counts them all. */
const MOST_ITEMS = 2000;
const QUOTE = 120;

interface Parts {
  readonly store: Store;
  readonly texts: CaseTexts;
  readonly at: string;
  /** Ends the work early; what is left is looked for at the next start. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks for every note whose case has changed since it was looked for last, stores where it stands, and leaves a
 * report where a case that had been looked at has changed. Answers whether anything was stored.
 */
export async function sweepNotes({ store, texts, at, signal }: Parts): Promise<boolean> {
  await foldOld(store);
  const counts: Record<AnchorStatus, number> = { anchored: 0, moved: 0, 'to-confirm': 0, orphan: 0 };
  const items: AnchorReport['items'][number][] = [];
  const cases = new Set<string>();
  let looked = false;
  for (const { caseId, language } of await store.call('listNotedTexts', undefined)) {
    const seenHash = texts.find(caseId, language)?.hash ?? '';
    while (!signal?.aborted) {
      const rows = await store.call('listUnseenAnnotations', { caseId, language, seenHash, limit: TURN });
      if (rows.length === 0) break;
      const found = rows.map((row) => ({ row, outcome: lookFor(row, texts) }));
      await store.call('writeAnnotationOutcomes', {
        outcomes: found.map(({ row, outcome }) => ({ id: row.id, ...outcome, seenHash })),
      });
      looked = true;
      for (const one of found) {
        // A note that nobody had looked for since it was made has not lived through a change.
        if (one.row.seenHash === null) continue;
        cases.add(caseId);
        counts[one.outcome.status]++;
        if (one.outcome.status !== 'anchored' && items.length < MOST_ITEMS) items.push(toItem(one, texts));
      }
      await setImmediate();
    }
  }
  if (cases.size > 0) {
    const notes = Object.values(counts).reduce((sum, count) => sum + count, 0);
    await store.call('addAnchorReport', { at, report: { cases: cases.size, notes, counts, items } });
  }
  return looked;
}

function toItem(
  { row, outcome }: { row: AnnotationRow; outcome: AnnotationOutcome },
  texts: CaseTexts,
): AnchorReport['items'][number] {
  const section = texts
    .find(row.caseId, row.language)
    ?.sections.find(({ id }) => id === outcome.spot?.section);
  const now = outcome.spot ? (section?.text.slice(outcome.spot.start, outcome.spot.end) ?? '') : '';
  return {
    id: row.id,
    caseId: row.caseId,
    status: outcome.status,
    quote: row.exact.slice(0, QUOTE),
    now: now.slice(0, QUOTE),
  } as AnchorReport['items'][number];
}

/** Notes stored before the search could see them. */
async function foldOld(store: Store): Promise<void> {
  for (;;) {
    const rows = await store.call('listUnfoldedAnnotations', { limit: 500 });
    if (rows.length === 0) return;
    await store.call('writeAnnotationFolded', {
      rows: rows.map((row) => ({ id: row.id, folded: searchableText(row) })),
    });
    await setImmediate();
  }
}
