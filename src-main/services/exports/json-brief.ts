import { plainText } from '#domain/citation/text-run.ts';
import type { Brief } from '#domain/comparison/brief.ts';

/** A brief as JSON for other programs: each claim with the numbers of its references. */
export function writeBriefJson(brief: Brief): Uint8Array {
  const value = {
    format: 'okm-brief',
    version: '1.0',
    language: brief.language,
    title: brief.title,
    audience: brief.audience,
    date: brief.date,
    cases: brief.cases,
    groups: brief.groups,
    findings: brief.findings,
    silences: brief.silences,
    references: brief.references.map(({ number, keys, runs, note }) => ({
      number,
      keys,
      text: plainText(runs),
      note,
    })),
    citations: brief.citations,
    unsupported: brief.unsupported,
  };
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
