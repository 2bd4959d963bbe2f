import { AlignmentType, type IRunOptions, type ParagraphChild, ShadingType, type TextRun } from 'docx';
import type { Brief } from '#domain/comparison/brief.ts';
import type { BriefRun } from '#domain/comparison/brief-runs.ts';
import type { ControlTag } from './docx-controls.ts';
import { colours, sans } from './docx-styles.ts';
import type { BriefTexts } from './texts.ts';

/** What the parts of a document share: its words and how a run of text is made. */
export interface DocxContext {
  readonly brief: Brief;
  readonly texts: BriefTexts;
  readonly words: (text: string, options?: IRunOptions) => TextRun;
  /** Names what runs are, for reading the document back. */
  readonly control: (tag: ControlTag, title: string, children: readonly TextRun[]) => ParagraphChild[];
  readonly runs: (list: readonly BriefRun[], options?: IRunOptions) => TextRun[];
}

/** The mark of words without a source: grey behind them, for print, and the words that say so. */
export function unsupportedRuns({ runs, words, texts }: DocxContext, list: readonly BriefRun[]): TextRun[] {
  const shading = { type: ShadingType.CLEAR, color: 'auto', fill: colours.unsupported };
  return [...runs(list, { shading }), words(texts.noSource, { bold: true, font: sans, size: 18 })];
}

/** Left in both languages: a table's cells are too narrow to be justified. */
export const cellAlignment = AlignmentType.LEFT;
