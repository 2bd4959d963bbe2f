import type { CitationStyle, Delivery } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import { citingQuestions, citingSheet } from '#domain/worksheet/citing-exercise.ts';
import { gapsOf } from '#domain/worksheet/gaps.ts';
import { askAbout, interviewGuide } from '#domain/worksheet/interview-guide.ts';
import type { Deliveries } from '../exports/deliveries.ts';
import { deliver } from '../exports/document/deliver.ts';
import { type DocumentFormat, renderDocument } from '../exports/document/render-document.ts';
import type { Press } from '../exports/pdf/press.ts';
import type { Library } from '../library/library.ts';

interface SheetInput {
  readonly id: string;
  readonly language: Language;
  readonly format: DocumentFormat;
  readonly style: CitationStyle;
}

/** Sheets to print and write on: the guide for a field interview, and the exercise on numbers told twice. */
export function createWorksheetService(parts: {
  readonly library: Library;
  readonly deliveries: Deliveries;
  readonly press: Press;
  readonly now: () => Date;
}) {
  const { library, deliveries, press, now } = parts;
  const day = () => now().toISOString().slice(0, 10);

  /** @throws OkmError CASE_NOT_FOUND */
  const writeInterview = ({ id, format, ...rest }: SheetInput & { readonly both: boolean }) =>
    renderDocument(interviewGuide(library.get(id), { ...rest, day: day() }), format, press);

  /** @throws OkmError CASE_NOT_FOUND */
  const writeCiting = ({ id, format, ...rest }: SheetInput & { readonly withAnswers: boolean }) =>
    renderDocument(citingSheet(library.get(id), { ...rest, day: day() }), format, press);

  return {
    gaps: ({ id, language }: { id: string; language: Language }) =>
      gapsOf(library.get(id)).map((gap) => ({ gap: gap.id, question: askAbout(gap, language) })),
    accounts: ({ id, language }: { id: string; language: Language }) => ({
      count: citingQuestions(library.get(id), language).length,
    }),
    writeInterview,
    writeCiting,
    interview: async (input: SheetInput & { readonly both: boolean }): Promise<Delivery> =>
      deliver(await writeInterview(input), deliveries),
    citing: async (input: SheetInput & { readonly withAnswers: boolean }): Promise<Delivery> =>
      deliver(await writeCiting(input), deliveries),
  };
}
export type WorksheetService = ReturnType<typeof createWorksheetService>;
