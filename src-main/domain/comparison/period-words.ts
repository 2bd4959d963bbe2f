import { type CaseFrontMatter, Nothing } from '#contract/case.ts';
import type { Bilingual } from '#contract/ids.ts';
import { findEntry } from '#contract/vocabulary.ts';

/** From when to when, in years, as a column's head and a document's table say it. */
export function periodWords({ start, end, status }: CaseFrontMatter['period']): Bilingual {
  const from = yearOf(start);
  const to = end === undefined ? undefined : yearOf(end);
  if (from === undefined) {
    const state = findEntry('status', status) ?? findEntry('nothing', status);
    return { zh: state?.zh ?? status, en: state?.en ?? status };
  }
  if (to !== undefined)
    return from === to ? { zh: `${from}年`, en: from } : { zh: `${from}—${to}年`, en: `${from}–${to}` };
  if (status === 'ongoing') return { zh: `${from}年至今`, en: `since ${from}` };
  return { zh: `${from}年起`, en: `from ${from}` };
}

function yearOf(date: string | number): string | undefined {
  return Nothing.safeParse(date).success ? undefined : String(date).slice(0, 4);
}
