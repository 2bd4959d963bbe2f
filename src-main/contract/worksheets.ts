import { oc } from '@orpc/contract';
import { z } from 'zod';
import { contractErrors } from './errors.ts';
import { CitationStyle, Delivery } from './exports.ts';
import { CaseId, Language } from './ids.ts';

const SheetFormat = z.enum(['docx', 'pdf', 'md']);
const ofCase = z.strictObject({ id: CaseId, language: Language });
const sheet = ofCase.extend({
  format: SheetFormat,
  style: CitationStyle.default('gb-2025'),
});

const procedure = oc.errors(contractErrors);

/** Sheets to print and write on, made from what a case leaves open or tells twice. */
export const worksheets = {
  /** What a case leaves open, each as the question that would fill it. */
  gaps: procedure.input(ofCase).output(z.array(z.object({ gap: z.string(), question: z.string() }))),
  /** The guide for a field interview: one question a gap, with the other language beneath where both are asked for. */
  interview: procedure.input(sheet.extend({ both: z.boolean().default(false) })).output(Delivery),
  /** How many quantities of a case are told more than once, so that an exercise can be made of them. */
  accounts: procedure.input(ofCase).output(z.object({ count: z.number().int() })),
  /** "Which figure would you cite, and why": the accounts of a case's numbers as an exercise. */
  citing: procedure.input(sheet.extend({ withAnswers: z.boolean().default(false) })).output(Delivery),
};
