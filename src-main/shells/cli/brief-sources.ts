import { resolve } from 'node:path';
import type { Case } from '#contract/case-tree.ts';
import { BriefOptions, CitationStyle } from '#contract/exports.ts';
import { ComparisonId, type Language } from '#contract/ids.ts';
import type { RowId } from '#contract/rows.ts';
import type { BriefSource } from '#domain/comparison/brief.ts';
import { draftCells } from '#domain/comparison/draft-cell.ts';
import type { ComparisonService } from '#services/comparisons/comparison-service.ts';
import { rowsOf } from '#services/comparisons/comparison-service.ts';
import { defaultTitle } from '#services/comparisons/default-title.ts';
import type { Press } from '#services/exports/pdf/press.ts';
import { type Recipe, readRecipe } from '#services/exports/recipe.ts';
import { readInput } from '#services/files/read-input.ts';
import type { Library } from '#services/library/library.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { casesToCompare } from './compare.ts';

const MAX_RECIPE_BYTES = 256 * 1024;

/** What of the program a brief needs; of stored comparisons only when it is made from one. */
export interface BriefParts {
  readonly library: Library;
  readonly press: Press;
  readonly comparisons?: Pick<ComparisonService, 'get'>;
}

export type CliBriefSource = BriefSource & { readonly comparisonId?: string };

/**
 * What `okm brief` is to write, one source a language: from the ids of cases, the id of a stored comparison or a
 * recipe. An option of the command line goes before what the recipe says.
 */
export async function briefSources(args: Arguments, parts: BriefParts): Promise<CliBriefSource[]> {
  const { library, comparisons } = parts;
  const style = args.style === undefined ? undefined : CitationStyle.safeParse(args.style);
  if (style?.success === false) {
    const reason = args.say('badOption', { option: '--style', value: args.style ?? '' });
    throw new UsageError(args.say('usage', { reason }));
  }
  const date = dateOfDocuments(process.env);
  const given = style === undefined ? {} : { style: style.data };
  if (args.fromFile !== undefined) {
    const recipe = readRecipe(await readInput(resolve(args.fromFile), MAX_RECIPE_BYTES), args.fromFile);
    const cases = casesToCompare(recipe.cases, library);
    const asked = recipe.language === 'both' ? (['zh', 'en'] as const) : [recipe.language ?? args.language];
    const languages = args.languageGiven ? args.languages : asked;
    return languages.map((language) => fromRecipe(recipe, cases, { ...given, language }, date));
  }
  const stored = storedId(args);
  if (stored !== undefined && comparisons) return fromStored(stored, args, given, date, library, comparisons);
  const cases = casesToCompare(args.words, library);
  return args.languages.map((language) =>
    fromRecipe({ cases: cases.map(({ id }) => id) }, cases, { ...given, language }, date),
  );
}

/** The id of a stored comparison that a command names in the place of cases. */
export function storedId({ words, fromFile }: Arguments): ComparisonId | undefined {
  if (fromFile !== undefined || words.length !== 1) return undefined;
  return ComparisonId.safeParse(words[0]).data;
}

async function fromStored(
  id: ComparisonId,
  args: Arguments,
  given: Partial<BriefOptions>,
  date: string,
  library: Library,
  comparisons: Pick<ComparisonService, 'get'>,
): Promise<CliBriefSource[]> {
  const { comparison: first } = await comparisons.get({ id });
  const languages = args.languageGiven ? args.languages : [first.language];
  const sources = [];
  for (const language of languages) {
    const { comparison, drafts, ownRows } = await comparisons.get({ id, language });
    const cases = comparison.caseIds.flatMap((one) => library.find(one) ?? []);
    const options = BriefOptions.parse({ ...given, language });
    sources.push({ comparison, cases, drafts, ownRows, options, date, comparisonId: id });
  }
  return sources;
}

function fromRecipe(
  recipe: Recipe,
  cases: readonly Case[],
  given: Partial<BriefOptions> & { readonly language: Language },
  date: string,
): CliBriefSource {
  const { language } = given;
  const rows = [...new Set<RowId>(recipe.rows ?? rowsOf(recipe.preset ?? 'meeting'))];
  const { orientation, style, audience } = recipe;
  const said = Object.fromEntries(
    Object.entries({ orientation, style, audience }).filter(([, value]) => value !== undefined),
  );
  return {
    comparison: {
      title: recipe.title ?? defaultTitle(cases, language),
      rows,
      cells: cases.flatMap(({ id }) =>
        rows.map((row) => ({ caseId: id, row, summary: recipe.cells?.[id]?.[row]?.trim() || null })),
      ),
      findings: recipe.findings ?? {},
    },
    cases,
    drafts: cases.flatMap((one) => draftCells(one, rows, language)),
    options: BriefOptions.parse({ ...said, ...given }),
    date,
  };
}

/** Now, or the second that reproducible builds name, so that equal input gives equal files. */
function dateOfDocuments(env: NodeJS.ProcessEnv): string {
  const seconds = Number(env.SOURCE_DATE_EPOCH);
  return (
    env.SOURCE_DATE_EPOCH && Number.isFinite(seconds) ? new Date(seconds * 1000) : new Date()
  ).toISOString();
}
