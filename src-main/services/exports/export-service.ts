import type { OpenComparison } from '#contract/comparisons.ts';
import { type BriefFormat, BriefOptions, type Delivery } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import type { Library } from '../library/library.ts';
import type { Deliveries } from './deliveries.ts';
import type { Press } from './pdf/press.ts';
import { renderBrief } from './render-brief.ts';

interface Parts {
  readonly library: Library;
  readonly comparisons: {
    get(input: { id: string; language: Language }): Promise<OpenComparison>;
    noteExport(input: { id: string }): Promise<void>;
  };
  readonly deliveries: Deliveries;
  readonly press: Press;
  readonly now: () => Date;
}

/** Documents out of the library and out of what the user made, handed over by ticket. */
export function createExportService({ library, comparisons, deliveries, press, now }: Parts) {
  return {
    /** @throws OkmError COMPARISON_NOT_FOUND */
    async brief(input: {
      comparisonId: string;
      format: BriefFormat;
      options: BriefOptions;
    }): Promise<Delivery> {
      const options = BriefOptions.parse(input.options);
      const { comparison, drafts, ownRows } = await comparisons.get({
        id: input.comparisonId,
        language: options.language,
      });
      const cases = comparison.caseIds.map((id) => library.find(id)).filter((one) => one !== undefined);
      const date = now().toISOString();
      const { citations, unsupported, missing, ...document } = await renderBrief(
        {
          comparison,
          cases,
          drafts,
          ownRows,
          format: input.format,
          options,
          date,
          comparisonId: comparison.id,
        },
        press,
      );
      await comparisons.noteExport({ id: comparison.id });
      return {
        ticket: deliveries.put(document),
        fileName: document.fileName,
        sizeBytes: document.bytes.length,
        citations,
        unsupported,
        missing: [...missing],
      };
    },
  };
}
export type ExportService = ReturnType<typeof createExportService>;
