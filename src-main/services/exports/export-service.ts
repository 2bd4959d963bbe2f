import type { OpenComparison } from '#contract/comparisons.ts';
import { type BriefFormat, BriefOptions, type Delivery, type PreviewPage } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import type { RowKey } from '#contract/rows.ts';
import { type BriefSource, makeBrief } from '#domain/comparison/brief.ts';
import type { Library } from '../library/library.ts';
import { type BriefNoteSource, notesFor } from './brief-note-source.ts';
import type { DrawBriefPictures } from './brief-pictures.ts';
import { type ClipboardTable, clipboardTable } from './clipboard-table.ts';
import type { Deliveries } from './deliveries.ts';
import { readReferenceDoc } from './docx-reference.ts';
import type { Press } from './pdf/press.ts';
import { drawBrief, renderBrief } from './render-brief.ts';

interface Parts {
  readonly library: Library;
  readonly comparisons: {
    get(input: { id: string; language: Language }): Promise<OpenComparison>;
    noteExport(input: { id: string }): Promise<void>;
  };
  readonly annotations: BriefNoteSource;
  readonly deliveries: Deliveries;
  readonly drawPictures: DrawBriefPictures;
  readonly press: Press;
  readonly now: () => Date;
}

/** Documents out of the library and out of what the user made, handed over by ticket. */
export function createExportService(parts: Parts) {
  const { library, comparisons, annotations, deliveries, press, drawPictures, now } = parts;

  async function sourceOf(comparisonId: string, given: BriefOptions): Promise<BriefSource> {
    const options = BriefOptions.parse(given);
    const { comparison, drafts, ownRows } = await comparisons.get({
      id: comparisonId,
      language: options.language,
    });
    const cases = comparison.caseIds.map((id) => library.find(id)).filter((one) => one !== undefined);
    const notes = options.notes ? await notesFor(annotations, comparisonId, cases) : [];
    return { comparison, cases, drafts, ownRows, annotations: notes, options, date: now().toISOString() };
  }

  return {
    /** @throws OkmError COMPARISON_NOT_FOUND, FILE_REFUSED for a logo or a template that is none */
    async brief(input: {
      comparisonId: string;
      format: BriefFormat;
      options: BriefOptions;
      template?: { name: string; data: string } | undefined;
    }): Promise<Delivery> {
      const { comparisonId, format, options, template } = input;
      const reference =
        template === undefined || format !== 'docx'
          ? {}
          : { template: readReferenceDoc(Buffer.from(template.data, 'base64'), template.name) };
      const source = await sourceOf(comparisonId, options);
      const { citations, unsupported, missing, ...document } = await renderBrief(
        { ...source, ...reference, format, comparisonId },
        press,
        drawPictures,
      );
      await comparisons.noteExport({ id: comparisonId });
      return {
        ticket: deliveries.put(document),
        fileName: document.fileName,
        sizeBytes: document.bytes.length,
        citations,
        unsupported,
        missing: [...missing],
      };
    },

    /** @throws OkmError COMPARISON_NOT_FOUND */
    async table(input: {
      comparisonId: string;
      options: BriefOptions;
      rows?: readonly RowKey[] | undefined;
      turned: boolean;
    }): Promise<ClipboardTable> {
      const source = await sourceOf(input.comparisonId, input.options);
      const rows = input.rows ?? source.comparison.rows;
      return clipboardTable(
        makeBrief({ ...source, comparison: { ...source.comparison, rows: [...rows] } }),
        input.turned,
      );
    },

    /** @throws OkmError COMPARISON_NOT_FOUND, FILE_REFUSED for a logo that is none */
    async preview(input: {
      comparisonId: string;
      options: BriefOptions;
    }): Promise<{ pages: PreviewPage[]; missing: string[] }> {
      const { pages, missing } = await drawBrief(
        await sourceOf(input.comparisonId, input.options),
        press,
        drawPictures,
      );
      return { pages: [...pages], missing: [...missing] };
    },
  };
}
export type ExportService = ReturnType<typeof createExportService>;
