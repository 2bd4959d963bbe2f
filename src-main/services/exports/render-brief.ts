import type { BriefFormat, BriefOptions } from '#contract/exports.ts';
import { type Brief, type BriefSource, makeBrief } from '#domain/comparison/brief.ts';
import { type CarriedComparison, carryComparison } from '#domain/comparison/carried.ts';
import { writeBriefCsv } from './csv-brief.ts';
import type { Document } from './deliveries.ts';
import { writeBriefDocx } from './docx-brief.ts';
import type { ReferenceDoc } from './docx-reference.ts';
import { safeFileName } from './file-name.ts';
import { writeBriefHtml } from './html-brief.ts';
import { writeBriefJson } from './json-brief.ts';
import { writeBriefMarkdown } from './markdown-brief.ts';
import { briefData } from './pdf/brief-data.ts';
import { briefTemplate } from './pdf/brief-template.ts';
import type { Pages, PrintJob } from './pdf/messages.ts';
import type { Press } from './pdf/press.ts';
import { briefTexts } from './texts.ts';
import { writeBriefXlsx } from './xlsx-brief.ts';

const mediaTypes: Readonly<Record<BriefFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

export interface RenderedBrief extends Document {
  readonly citations: number;
  readonly unsupported: number;
  /** Characters that no font of the document has. */
  readonly missing: readonly string[];
}

/**
 * Writes a comparison as a document: the same words, numbers and references in every format. Equal input gives
 * equal bytes; the day is the caller's.
 */
export async function renderBrief(
  source: BriefSource & {
    readonly format: BriefFormat;
    readonly comparisonId?: string;
    readonly template?: ReferenceDoc;
  },
  press: Press,
): Promise<RenderedBrief> {
  const { format, options } = source;
  const brief = makeBrief(source);
  const carried = carryComparison(source, source.comparisonId ?? null, brief);
  const { bytes, missing } = await write(brief, format, options, press, {
    carried,
    ...(source.template === undefined ? {} : { template: source.template }),
  });
  return {
    fileName: safeFileName(briefTexts[brief.language].fileName(brief.title, brief.date), format),
    mediaType: mediaTypes[format],
    bytes,
    citations: brief.citations,
    unsupported: brief.unsupported,
    missing,
  };
}

async function write(
  brief: Brief,
  format: BriefFormat,
  options: BriefOptions,
  press: Press,
  extras: { readonly carried: CarriedComparison; readonly template?: ReferenceDoc },
): Promise<{ readonly bytes: Uint8Array; readonly missing: readonly string[] }> {
  const whole = (bytes: Uint8Array) => ({ bytes, missing: [] });
  switch (format) {
    case 'docx':
      return whole(await writeBriefDocx(brief, options, extras));
    case 'pdf':
      return press.print(printJob(brief, options));
    case 'html':
      return whole(writeBriefHtml(brief, options));
    case 'md':
      return whole(writeBriefMarkdown(brief));
    case 'xlsx':
      return whole(await writeBriefXlsx(brief));
    case 'csv':
      return whole(writeBriefCsv(brief));
    case 'json':
      return whole(writeBriefJson(brief));
  }
}

/** The pages of a comparison as PDF would have them, as pictures. */
export function drawBrief(source: BriefSource, press: Press): Promise<Pages> {
  return press.draw(printJob(makeBrief(source), source.options));
}

function printJob(brief: Brief, options: BriefOptions): PrintJob {
  return { template: briefTemplate, data: briefData(brief, options) };
}
