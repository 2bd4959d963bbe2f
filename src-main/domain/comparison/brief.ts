import type { Annotation } from '#contract/annotations.ts';
import type { Case } from '#contract/case-tree.ts';
import { splitCited } from '#contract/cited-text.ts';
import type { Comparison, Draft } from '#contract/comparisons.ts';
import type { BriefOptions } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import { groupedInOrder, inGroupOrder, type OwnRow, RowKey, rowGroups, rowTitle } from '#contract/rows.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { placeName } from '../case/place-name.ts';
import { type CitingSystem, citingSystem } from '../citation/in-text.ts';
import type { TextRun } from '../citation/text-run.ts';
import { type BriefNote, briefNotes } from './brief-notes.ts';
import { type BriefRun, splitLead, toBriefRuns } from './brief-runs.ts';
import { label } from './material.ts';
import { type BriefReference, numberReferences, type References } from './number-references.ts';
import { periodWords } from './period-words.ts';
import { shortTitle } from './short-title.ts';

/** A comparison as a document, before any format: what every writer sets, word for word the same. */
export interface Brief {
  readonly language: Language;
  readonly title: string;
  readonly audience: string;
  /** ISO day. */
  readonly date: string;
  readonly cases: readonly BriefCase[];
  /** What the rows show, in the user's words; the first sentence leads. */
  readonly findings: readonly {
    readonly row: string;
    readonly lead: readonly BriefRun[];
    readonly rest: readonly BriefRun[];
  }[];
  /** Rows on which cases are silent, and which. */
  readonly silences: readonly { readonly row: string; readonly cases: readonly string[] }[];
  readonly groups: readonly { readonly title: string; readonly rows: readonly BriefRow[] }[];
  /** How it cites; with notes and with author and year the list has no numbers and is in alphabetical order. */
  readonly citing: CitingSystem;
  readonly references: readonly BriefReference[];
  /** Numbers of the references that the findings cite. */
  readonly citedInFindings: readonly number[];
  /** The user's notes, where the options ask for them. */
  readonly notes: readonly BriefNote[];
  /** Whom it is from; empty for nobody in particular. */
  readonly organisation: string;
  readonly citations: number;
  readonly unsupported: number;
  readonly hasOwnWords: boolean;
}

export interface BriefCase {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly type: string;
  readonly place: string;
  readonly period: string;
}

export interface BriefRow {
  readonly id: RowKey;
  readonly title: string;
  readonly cells: readonly BriefCell[];
  /** The first sentence of the finding; null where the user wrote none. */
  readonly finding: readonly BriefRun[] | null;
}

export interface BriefCell {
  readonly nothing: boolean;
  readonly runs: readonly BriefRun[];
  /** Words of the user's that cite no source. */
  readonly unsupported: boolean;
  /** For the life cycle: which of the five stages are covered. */
  readonly stages: readonly boolean[] | null;
}

export interface BriefSource {
  readonly comparison: Pick<Comparison, 'title' | 'rows' | 'findings'> & {
    readonly cells: readonly Pick<Comparison['cells'][number], 'caseId' | 'row' | 'summary'>[];
  };
  readonly cases: readonly Case[];
  readonly drafts: readonly Draft[];
  /** What the rows of the user's own are called. */
  readonly ownRows?: readonly OwnRow[];
  readonly options: BriefOptions;
  readonly annotations?: readonly Annotation[];
  /** ISO day or time. */
  readonly date: string;
}

/** Lays a comparison out as a brief: numbers its references in the order of reading, marks what has no source. */
export function makeBrief(source: BriefSource): Brief {
  const { style, language } = source.options;
  const references = numberReferences(source.cases, style, language);
  // Works of one author and year can be told apart only when all that are cited are known.
  if (citingSystem(style) === 'author-date') layOut(source, references);
  references.settle();
  return layOut(source, references);
}

function layOut(source: BriefSource, references: References): Brief {
  const { comparison, cases, drafts, ownRows = [], options, date, annotations = [] } = source;
  const { language } = options;
  const citing = citingSystem(options.style);
  const runsOf = (text: string, caseId: string | undefined, draft: string | undefined) =>
    toBriefRuns(
      text,
      {
        numberOf: (ref) => references.numberOf(ref, caseId),
        print: references.print,
        behindStop: citing === 'notes',
      },
      draft,
    );

  const rows = options.order === 'groups' ? inGroupOrder(comparison.rows, ownRows) : comparison.rows;
  const titleOf = (row: RowKey) => rowTitle(row, ownRows, language);
  const titleOfAny = (row: string) => titleOf(RowKey.parse(row));
  // Findings stand first in the document, so they take the first numbers.
  const findings = rows.flatMap((row) => {
    const text = comparison.findings[row]?.trim() ?? '';
    return text === '' ? [] : [{ row, runs: runsOf(text, undefined, undefined) }];
  });
  const citedInFindings = [
    ...new Set(findings.flatMap(({ runs }) => runs.flatMap((run) => run.cites.map(({ number }) => number)))),
  ];

  const cellOf = (value: Case, row: RowKey): BriefCell => {
    const draft = drafts.find((one) => one.caseId === value.id && one.row === row);
    const summary =
      comparison.cells.find((one) => one.caseId === value.id && one.row === row)?.summary ?? null;
    const text = summary ?? draft?.text ?? label('nothing', 'not-stated', language);
    const nothing = summary === null ? draft?.nothing !== null : isNothing(text);
    const runs = runsOf(
      text,
      value.id,
      summary === null ? undefined : draft?.nothing === null ? draft.text : '',
    );
    return {
      nothing,
      runs,
      unsupported: summary !== null && !nothing && splitCited(summary).every((run) => run.refs.length === 0),
      stages: row === 'lifecycle-cover' && summary === null && !nothing ? stagesOf(value) : null,
    };
  };
  const leadOf = (text: string) => (text === '' ? null : splitLead(runsOf(text, undefined, undefined)).lead);
  const built = rows.map((row) => ({
    id: row,
    title: titleOf(row),
    cells: cases.map((value) => cellOf(value, row)),
    // Written anew: a note of its own stands under each of the two places.
    finding: leadOf(comparison.findings[row]?.trim() ?? ''),
  }));
  const groups = groupedInOrder(rows, ownRows).map(({ group, rows: members }) => ({
    title: rowGroups.find((one) => one.id === group)?.[language] ?? group,
    rows: built.filter((row) => members.includes(row.id)),
  }));
  const allCells = built.flatMap((row) => row.cells);

  return {
    language,
    title: comparison.title,
    audience: options.audience.trim(),
    date: date.slice(0, 10),
    cases: cases.map(({ id, front }) => ({
      id,
      title: front.title[language],
      short: shortTitle(front.title[language]),
      type: label('type', front.type, language),
      place: placeName(front.place)[language],
      period: periodWords(front.period)[language],
    })),
    findings: findings.map(({ row, runs }) => ({ row: titleOf(row), ...splitLead(runs) })),
    silences: built
      .map((row) => ({
        row: row.title,
        cases: cases
          .filter((_, index) => row.cells[index]?.nothing)
          .map(({ front }) => shortTitle(front.title[language])),
      }))
      .filter((silence) => silence.cases.length > 0),
    groups,
    citing,
    references: references.inStyle(),
    citedInFindings,
    notes: options.notes ? briefNotes(annotations, cases, titleOfAny, language) : [],
    organisation: options.organisation.trim(),
    citations: [...findings, ...allCells].flatMap(({ runs }) => runs).filter(({ mark }) => mark !== null)
      .length,
    unsupported: allCells.filter((cell) => cell.unsupported).length,
    hasOwnWords: allCells.some((cell) => cell.runs.some((run) => run.own)),
  };
}

function stagesOf({ front }: Case): boolean[] {
  const covered =
    typeof front.lifecycle === 'string' ? [] : front.lifecycle.map((stage) => stage.id as string);
  return vocabulary.lifecycle.map((stage) => covered.includes(stage.id));
}

function isNothing(text: string): boolean {
  return vocabulary.nothing.some((entry) => [entry.zh, entry.en].some((word) => word === text.trim()));
}

/** All runs of a brief that may carry a citation. */
export function runsOfBrief({ findings, groups }: Brief): BriefRun[] {
  const rows = groups.flatMap((group) => group.rows);
  return [
    ...findings.flatMap(({ lead, rest }) => [...lead, ...rest]),
    ...rows.flatMap(({ cells, finding }) => [...cells.flatMap(({ runs }) => runs), ...(finding ?? [])]),
  ];
}

/** The notes of a brief that cites by notes, in the order of their numbers. */
export function notesOfBrief(brief: Brief): { readonly number: number; readonly runs: readonly TextRun[] }[] {
  return runsOfBrief(brief).flatMap(({ mark }) =>
    mark?.kind === 'note' ? [{ number: mark.number, runs: mark.runs }] : [],
  );
}
