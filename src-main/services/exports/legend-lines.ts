import type { Brief } from '#domain/comparison/brief.ts';
import type { BriefTexts } from './texts.ts';

const keys = { numbers: 'numbers', notes: 'notes', 'author-date': 'authorDate' } as const;

/** What a reader must know to read the table: only the marks that occur in it are explained. */
export function legendLines(brief: Brief, texts: BriefTexts, own = texts.legend.own): string[] {
  const { legend } = texts;
  const marks = [brief.hasOwnWords ? own : '', brief.citations > 0 ? legend[keys[brief.citing]] : ''].filter(
    (part) => part !== '',
  );
  return [
    marks.length > 0 ? texts.sentence(marks) : '',
    brief.silences.length > 0 ? legend.nothing : '',
    brief.unsupported > 0 ? legend.noSource : '',
  ].filter((part) => part !== '');
}

/** The rows on which cases are silent: what is left to ask on the spot. */
export function silenceLines(brief: Brief, texts: BriefTexts): string[] {
  return brief.silences.map(({ row, cases }) =>
    texts.silence(row, cases.length === brief.cases.length ? [texts.allCases] : cases),
  );
}

/** How many rows the brief compares. */
export function countRows(brief: Brief): number {
  return brief.groups.reduce((sum, group) => sum + group.rows.length, 0);
}
