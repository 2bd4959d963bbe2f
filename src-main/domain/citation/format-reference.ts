import type { CslItem } from '#contract/case.ts';
import type { CitationStyle } from '#contract/exports.ts';
import { formatApa7 } from './apa-7.ts';
import { formatChicago } from './chicago-author-date.ts';
import { formatChicagoBibliography } from './chicago-notes.ts';
import { formatGb2015 } from './gb-2015.ts';
import { formatGb2025 } from './gb-2025.ts';
import { plainText, type TextRun } from './text-run.ts';

const formatters: Record<CitationStyle, (item: CslItem, suffix?: string) => TextRun[]> = {
  'gb-2025': formatGb2025,
  'gb-2015': formatGb2015,
  'apa-7': formatApa7,
  'chicago-notes': formatChicagoBibliography,
  'chicago-author-date': formatChicago,
};

/**
 * One reference in a citation style, as runs of upright and slanted text. `suffix` is the letter that tells works
 * of one author and year apart, where the style lists by them.
 */
export function formatReference(item: CslItem, style: CitationStyle, suffix = ''): TextRun[] {
  return formatters[style](item, suffix);
}

/** One reference in a citation style, as plain text. */
export function referenceText(item: CslItem, style: CitationStyle): string {
  return plainText(formatReference(item, style));
}
