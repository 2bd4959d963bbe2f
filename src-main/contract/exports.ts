import { oc } from '@orpc/contract';
import { z } from 'zod';
import { contractErrors } from './errors.ts';
import { ComparisonId, Language } from './ids.ts';
import { RowKey } from './rows.ts';

export const BriefFormat = z.enum(['docx', 'pdf', 'html', 'md', 'xlsx', 'csv', 'json']);
export type BriefFormat = z.infer<typeof BriefFormat>;
/** Numbers in brackets (GB/T 7714), author and year in the text (APA, Chicago), or footnotes (Chicago). */
export const CitationStyle = z.enum(['gb-2025', 'gb-2015', 'apa-7', 'chicago-notes', 'chicago-author-date']);
export type CitationStyle = z.infer<typeof CitationStyle>;

/** The pictures that a brief can carry, in the order in which they stand in it. */
export const BriefPicture = z.enum(['matrix', 'life-cycle', 'timeline', 'figures']);
export type BriefPicture = z.infer<typeof BriefPicture>;

/** Characters of base64, which is a third longer than the file. */
const MAX_LOGO = 2_000_000;
const MAX_TEMPLATE = 6_000_000;

export const BriefOptions = z.strictObject({
  /** A document has one language; for both, one is made of each. */
  language: Language,
  orientation: z.enum(['portrait', 'landscape']).default('landscape'),
  style: CitationStyle.default('gb-2025'),
  /** Whom the brief is for, as its second line says. */
  audience: z.string().max(200).default(''),
  /** Rows as the comparison has them, under a heading wherever the group changes; or brought together by group. */
  order: z.enum(['own', 'groups']).default('own'),
  /** CSV, JSON and XLSX have no place for them. */
  pictures: z.array(BriefPicture).max(BriefPicture.options.length).default([]),
  /** An appendix with the user's notes on the cases and on the cells. */
  notes: z.boolean().default(false),
  /** A first page of its own: title, whom for, organisation, day, and the contents. */
  cover: z.boolean().default(false),
  /** The organisation that the brief is from, at the head of every page. */
  organisation: z.string().max(120).default(''),
  /** Its mark: a PNG or JPEG file in base64; empty for none. */
  logo: z.base64().max(MAX_LOGO).default(''),
});
export type BriefOptions = z.infer<typeof BriefOptions>;

/** A finished document waiting to be saved: handed over once, by the shell, against its ticket. */
export const Delivery = z.object({
  ticket: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  citations: z.number().int(),
  unsupported: z.number().int(),
  /** Characters that the document's fonts do not have, so that they are not on its pages. */
  missing: z.array(z.string()),
});
export type Delivery = z.infer<typeof Delivery>;

/** A page as it will be printed: a picture that needs nothing else, to be shown as an image only. */
export const PreviewPage = z.object({
  /** Points, 72 to the inch. */
  width: z.number(),
  height: z.number(),
  /** A file of SVG without scripts, links or words: letters are outlines. */
  svg: z.string(),
});
export type PreviewPage = z.infer<typeof PreviewPage>;

const procedure = oc.errors(contractErrors);

export const exports_ = {
  brief: procedure
    .input(
      z.strictObject({
        comparisonId: ComparisonId,
        format: BriefFormat,
        options: BriefOptions,
        /** DOCX only: a Word file of the user's whose styles are taken over, in base64. */
        template: z
          .strictObject({ name: z.string().max(255), data: z.base64().max(MAX_TEMPLATE) })
          .optional(),
      }),
    )
    .output(Delivery),
  /** The comparison's table for the clipboard, with its sources: HTML for word processors and slides, and lines. */
  table: procedure
    .input(
      z.strictObject({
        comparisonId: ComparisonId,
        options: BriefOptions,
        /** The rows in sight; all when left out. */
        rows: z.array(RowKey).min(1).max(40).optional(),
        /** The cases go down and the rows across. */
        turned: z.boolean().default(false),
      }),
    )
    .output(z.object({ html: z.string(), text: z.string() })),
  /** The pages of the brief as PDF; a DOCX has the same words on pages that its program breaks itself. */
  preview: procedure
    .input(z.strictObject({ comparisonId: ComparisonId, options: BriefOptions }))
    .output(z.object({ pages: z.array(PreviewPage), missing: z.array(z.string()) })),
};
