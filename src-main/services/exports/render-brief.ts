import type { BriefFormat } from '#contract/exports.ts';
import { type BriefSource, makeBrief } from '#domain/comparison/brief.ts';
import type { Document } from './deliveries.ts';
import { writeBriefDocx } from './docx-brief.ts';
import { safeFileName } from './file-name.ts';
import { writeBriefHtml } from './html-brief.ts';
import { writeBriefMarkdown } from './markdown-brief.ts';
import { briefTexts } from './texts.ts';

const mediaTypes: Readonly<Record<BriefFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

export interface RenderedBrief extends Document {
  readonly citations: number;
  readonly unsupported: number;
}

/**
 * Writes a comparison as a document: the same words, numbers and references in every format. Equal input gives
 * equal bytes; the day is the caller's.
 */
export async function renderBrief(
  source: BriefSource & { readonly format: BriefFormat },
): Promise<RenderedBrief> {
  const { format, options } = source;
  const brief = makeBrief(source);
  const bytes =
    format === 'docx'
      ? await writeBriefDocx(brief, options)
      : format === 'html'
        ? writeBriefHtml(brief, options)
        : writeBriefMarkdown(brief);
  return {
    fileName: safeFileName(briefTexts[brief.language].fileName(brief.title, brief.date), format),
    mediaType: mediaTypes[format],
    bytes,
    citations: brief.citations,
    unsupported: brief.unsupported,
  };
}
