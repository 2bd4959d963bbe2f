import type { BriefFormat, BriefOptions } from '#contract/exports.ts';
import { type Brief, type BriefSource, makeBrief } from '#domain/comparison/brief.ts';
import { type CarriedComparison, carryComparison } from '#domain/comparison/carried.ts';
import type { BriefFurnishing } from './brief-furnishing.ts';
import type { DrawBriefPictures } from './brief-pictures.ts';
import { writeBriefCsv } from './csv-brief.ts';
import type { Document } from './deliveries.ts';
import type { ReferenceDoc } from './docx-reference.ts';
import { safeFileName } from './file-name.ts';
import { writeBriefJson } from './json-brief.ts';
import { briefData, logoPath, picturePath } from './pdf/brief-data.ts';
import { briefTemplate } from './pdf/brief-template.ts';
import type { Pages, PrintJob } from './pdf/messages.ts';
import type { Press } from './pdf/press.ts';
import { readLogo } from './read-logo.ts';
import { briefTexts } from './texts.ts';

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
  drawPictures: DrawBriefPictures = noPictures,
): Promise<RenderedBrief> {
  const { format, options } = source;
  const furnishing = await furnish(source, format, drawPictures);
  const brief = makeBrief(source);
  const carried = carryComparison(source, source.comparisonId ?? null, brief);
  const { bytes, missing } = await write(brief, format, options, press, {
    ...furnishing,
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

/** The writers come with their libraries, so each is loaded with the first document of its format. */
async function write(
  brief: Brief,
  format: BriefFormat,
  options: BriefOptions,
  press: Press,
  extras: BriefFurnishing & { readonly carried: CarriedComparison; readonly template?: ReferenceDoc },
): Promise<{ readonly bytes: Uint8Array; readonly missing: readonly string[] }> {
  const whole = (bytes: Uint8Array) => ({ bytes, missing: [] });
  switch (format) {
    case 'docx':
      return whole(await (await import('./docx-brief.ts')).writeBriefDocx(brief, options, extras));
    case 'pdf':
      return press.print(printJob(brief, options, extras));
    case 'html':
      return whole((await import('./html-brief.ts')).writeBriefHtml(brief, options, extras));
    case 'md':
      return whole((await import('./markdown-brief.ts')).writeBriefMarkdown(brief, extras));
    case 'xlsx':
      return whole(await (await import('./xlsx-brief.ts')).writeBriefXlsx(brief));
    case 'csv':
      return whole(writeBriefCsv(brief));
    case 'json':
      return whole(writeBriefJson(brief));
  }
}

/** The pages of a comparison as PDF would have them, as pictures. */
export async function drawBrief(
  source: BriefSource,
  press: Press,
  drawPictures: DrawBriefPictures = noPictures,
): Promise<Pages> {
  const furnishing = await furnish(source, 'pdf', drawPictures);
  return press.draw(printJob(makeBrief(source), source.options, furnishing));
}

const noPictures: DrawBriefPictures = () => Promise.resolve([]);
/** Tables have no place for pictures, and need no mark at their head. */
const furnished: ReadonlySet<BriefFormat> = new Set(['docx', 'pdf', 'html', 'md']);

async function furnish(
  { cases, options }: BriefSource,
  format: BriefFormat,
  drawPictures: DrawBriefPictures,
): Promise<BriefFurnishing> {
  // A file that is no picture is refused for every format, so that no choice hides the mistake.
  const logo = options.logo === '' ? undefined : readLogo(Buffer.from(options.logo, 'base64'), 'logo');
  if (!furnished.has(format)) return { logo: undefined, pictures: [] };
  return { logo, pictures: await drawPictures(cases, options) };
}

function printJob(brief: Brief, options: BriefOptions, { logo, pictures }: BriefFurnishing): PrintJob {
  const encoder = new TextEncoder();
  return {
    template: briefTemplate,
    data: briefData(brief, options, { logo, pictures }),
    files: [
      ...(logo === undefined ? [] : [{ path: logoPath(logo), bytes: logo.bytes }]),
      ...pictures.map(({ svg }, index) => ({ path: picturePath(index), bytes: encoder.encode(svg) })),
    ],
  };
}
