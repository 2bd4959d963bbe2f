import { CaseId, ComparisonId, type Language } from '#contract/ids.ts';
import { RowKey } from '#contract/rows.ts';
import type { ExchangeNote } from './exchange-note.ts';
import type { Json } from './json.ts';

type Source = Pick<ExchangeNote, 'caseId' | 'thing' | 'thingId'> & { readonly language?: Language };

/**
 * Reads the address of what a note stands on: `urn:okm:case:<id>:<language>`, `urn:okm:case:<id>#figure/<figure>`,
 * `urn:okm:comparison:<id>#<row>/<case>`. Undefined for any other.
 */
export function parseSource(source: Json | undefined): Source | undefined {
  if (typeof source !== 'string' || source.length > 300) return undefined;
  const text = /^urn:okm:case:([a-z0-9-]+):(zh|en)$/.exec(source);
  if (text)
    return withCase(text[1], { thing: 'text', thingId: null, language: text[2] === 'en' ? 'en' : 'zh' });
  const figure = /^urn:okm:case:([a-z0-9-]+)#figure\/([a-z0-9-]{1,80})$/.exec(source);
  if (figure) return withCase(figure[1], { thing: 'figure', thingId: figure[2] ?? '' });
  const cell = /^urn:okm:comparison:([0-9a-f-]+)#([a-z-]+)\/([a-z0-9-]+)$/.exec(source);
  if (!cell || !ComparisonId.safeParse(cell[1]).success || !RowKey.safeParse(cell[2]).success)
    return undefined;
  return withCase(cell[3], { thing: 'cell', thingId: `${cell[1]}#${cell[2]}` });
}

function withCase(id: string | undefined, rest: Omit<Source, 'caseId'>): Source | undefined {
  const parsed = CaseId.safeParse(id);
  return parsed.success ? { caseId: parsed.data, ...rest } : undefined;
}
