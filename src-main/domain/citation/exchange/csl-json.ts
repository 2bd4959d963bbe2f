import { z } from 'zod';
import { CslItem, type PartialDate } from '#contract/case.ts';
import { usualKind } from './csl-types.ts';
import { type ExportedItem, guessedLanguage, type ReadReferences, type RecordProblem } from './fields.ts';
import { languageTag, withoutGaps } from './ris.ts';

/** Writes sources as CSL-JSON (CSL 1.0.2): dates as date-parts, our own facts in `custom` only. */
export function writeCslJson(items: readonly ExportedItem[]): string {
  const plain = items.map(({ key, item: { id: _, issued, accessed, ...rest } }) => ({
    id: key,
    ...rest,
    ...(issued === undefined ? {} : { issued: dateParts(issued) }),
    ...(accessed === undefined ? {} : { accessed: dateParts(accessed) }),
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function dateParts(date: PartialDate) {
  return { 'date-parts': [String(date).split('-').map(Number)] };
}

const scalar = z.union([z.string(), z.number()]);
const name = z.object({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
});
const date = z.object({ 'date-parts': z.array(z.array(scalar)).optional(), raw: z.string().optional() });
/** What another program writes; keys that we have no place for are left out. */
const Foreign = z.object({
  type: z.string(),
  title: z.string(),
  author: z.array(name).optional(),
  editor: z.array(name).optional(),
  translator: z.array(name).optional(),
  'container-title': z.string().optional(),
  publisher: z.string().optional(),
  'publisher-place': z.string().optional(),
  issued: date.optional(),
  accessed: date.optional(),
  volume: scalar.optional(),
  issue: scalar.optional(),
  page: scalar.optional(),
  edition: scalar.optional(),
  number: scalar.optional(),
  genre: z.string().optional(),
  DOI: z.string().optional(),
  URL: z.string().optional(),
  ISBN: z.string().optional(),
  ISSN: z.string().optional(),
  language: z.string().optional(),
  custom: z.unknown().optional(),
});

const aliases: Readonly<Record<string, CslItem['type']>> = {
  article: 'article-journal',
  'post-weblog': 'webpage',
  post: 'webpage',
  document: 'webpage',
  bill: 'legislation',
  legal_case: 'legislation',
};

/** Reads CSL-JSON: one item or a list. @throws SyntaxError where it is no JSON */
export function readCslJson(text: string): ReadReferences {
  const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
  const items: CslItem[] = [];
  const problems: RecordProblem[] = [];
  for (const [index, one] of (Array.isArray(value) ? value : [value]).entries()) {
    const at = index + 1;
    const read = Foreign.safeParse(one);
    if (!read.success) {
      const missing = read.error.issues.map((issue) => issue.path.join('.'));
      const reason = missing.includes('type')
        ? 'no-type'
        : missing.includes('title')
          ? 'no-title'
          : 'not-an-item';
      problems.push({ at, reason, detail: missing.join(', ') });
      continue;
    }
    const parsed = CslItem.safeParse(toItem(read.data, items.length + 1));
    if (parsed.success) items.push(parsed.data);
    else
      problems.push({
        at,
        reason: 'field',
        detail: parsed.error.issues.map((issue) => issue.path.join('.')).join(', '),
      });
  }
  return { items, problems };
}

function toItem({ type: given, custom, ...rest }: z.infer<typeof Foreign>, number: number) {
  const type = CslItem.shape.type.safeParse(aliases[given] ?? given);
  const issued = readDate(rest.issued);
  const own = CslItem.shape.custom.safeParse(custom);
  return withoutGaps({
    ...rest,
    id: `S${number}`,
    type: type.success ? type.data : given,
    author: names(rest.author),
    editor: names(rest.editor),
    translator: names(rest.translator),
    issued,
    accessed: readDate(rest.accessed),
    language: languageTag(rest.language) ?? guessedLanguage(rest.title),
    custom: own.success
      ? own.data
      : {
          kind: usualKind(type.success ? type.data : 'webpage'),
          undated: issued === undefined ? true : undefined,
        },
  });
}

function names(list: readonly z.infer<typeof name>[] | undefined) {
  if (list === undefined || list.length === 0) return undefined;
  return list.map(({ family, given, literal }) =>
    literal !== undefined || family === undefined
      ? { literal: literal ?? given ?? '' }
      : withoutGaps({ family, given }),
  );
}

function readDate(value: z.infer<typeof date> | undefined): string | undefined {
  const parts = value?.['date-parts']?.[0];
  if (parts === undefined) return /^\d{4}(?:-\d\d){0,2}$/.exec(value?.raw ?? '')?.[0];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
