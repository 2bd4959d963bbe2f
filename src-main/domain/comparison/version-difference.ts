import type { Comparison } from '#contract/comparisons.ts';
import type { Language } from '#contract/ids.ts';
import type { VersionDifference } from '#contract/versions.ts';
import { changedWords } from './changed-words.ts';

type Shape = Pick<Comparison, 'title' | 'caseIds' | 'rows' | 'cells' | 'findings'>;

/** What differs between a comparison as it was and as it is, cell by cell in a language. */
export function versionDifference(then: Shape, now: Shape, language: Language): VersionDifference {
  const wordsOf = (value: Shape, caseId: string, row: string): string => {
    const cell = value.cells.find((one) => one.caseId === caseId && one.row === row);
    return cell?.summary ?? cell?.draft[language] ?? '';
  };
  const differ = (a: string, b: string) => (a === b ? null : changedWords(a, b, language));
  const cases = now.caseIds.filter((id) => then.caseIds.includes(id));
  const rows = now.rows.filter((row) => then.rows.includes(row));
  return {
    title: differ(then.title, now.title),
    cases: {
      was: then.caseIds.filter((id) => !cases.includes(id)),
      now: now.caseIds.filter((id) => !cases.includes(id)),
      reordered: isReordered(then.caseIds, now.caseIds),
    },
    rows: {
      was: then.rows.filter((row) => !rows.includes(row)),
      now: now.rows.filter((row) => !rows.includes(row)),
      reordered: isReordered(then.rows, now.rows),
    },
    cells: rows.flatMap((row) =>
      cases.flatMap((caseId) => {
        const words = differ(wordsOf(then, caseId, row), wordsOf(now, caseId, row));
        return words === null ? [] : [{ caseId, row, words }];
      }),
    ),
    findings: [...new Set([...then.rows, ...now.rows])].flatMap((row) => {
      const words = differ(then.findings[row] ?? '', now.findings[row] ?? '');
      return words === null ? [] : [{ row, words }];
    }),
  };
}

/** Whether the members that both lists have stand in another order. */
function isReordered(then: readonly string[], now: readonly string[]): boolean {
  const before = then.filter((one) => now.includes(one));
  const after = now.filter((one) => then.includes(one));
  return before.some((one, index) => one !== after[index]);
}
