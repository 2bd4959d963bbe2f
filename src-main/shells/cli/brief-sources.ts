import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import type { Case } from '#contract/case-tree.ts';
import { BriefOptions } from '#contract/exports.ts';
import { ComparisonId, type Language } from '#contract/ids.ts';
import type { RowId } from '#contract/rows.ts';
import type { BriefSource } from '#domain/comparison/brief.ts';
import { draftCells } from '#domain/comparison/draft-cell.ts';
import type { ComparisonService } from '#services/comparisons/comparison-service.ts';
import { rowsOf } from '#services/comparisons/comparison-service.ts';
import { defaultTitle } from '#services/comparisons/default-title.ts';
import { type BriefNoteSource, notesFor } from '#services/exports/brief-note-source.ts';
import type { DrawBriefPictures } from '#services/exports/brief-pictures.ts';
import type { Press } from '#services/exports/pdf/press.ts';
import { readLogo } from '#services/exports/read-logo.ts';
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
  readonly annotations?: BriefNoteSource;
  readonly drawPictures: DrawBriefPictures;
}

export type CliBriefSource = BriefSource & { readonly comparisonId?: string };

/**
 * What `okm brief` is to write, one source a language: from the ids of cases, the id of a stored comparison or a
 * recipe. An option of the command line goes before what the recipe says.
 */
export async function briefSources(args: Arguments, parts: BriefParts): Promise<CliBriefSource[]> {
  const { library, comparisons } = parts;
  const date = dateOfDocuments(process.env);
  const given = await optionsGiven(args);
  if (args.fromFile !== undefined) {
    const { fromFile } = args;
    const recipe = readRecipe(await readInput(resolve(args.fromFile), MAX_RECIPE_BYTES), args.fromFile);
    const cases = casesToCompare(recipe.cases, library);
    const asked = recipe.language === 'both' ? (['zh', 'en'] as const) : [recipe.language ?? args.language];
    const languages = args.languageGiven ? args.languages : asked;
    const logo =
      recipe.logo === undefined
        ? {}
        : { logo: await logoIn(resolve(dirname(fromFile), recipe.logo), recipe.logo) };
    return languages.map((language) => fromRecipe(recipe, cases, { ...logo, ...given, language }, date));
  }
  const stored = storedId(args);
  if (stored !== undefined && comparisons) return fromStored(stored, args, given, date, parts);
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
  { library, comparisons, annotations }: BriefParts,
): Promise<CliBriefSource[]> {
  if (comparisons === undefined) return [];
  const { comparison: first } = await comparisons.get({ id });
  const languages = args.languageGiven ? args.languages : [first.language];
  const sources = [];
  for (const language of languages) {
    const { comparison, drafts, ownRows } = await comparisons.get({ id, language });
    const cases = comparison.caseIds.flatMap((one) => library.find(one) ?? []);
    const options = BriefOptions.parse({ ...given, language });
    const notes = options.notes && annotations ? await notesFor(annotations, id, cases) : [];
    sources.push({
      comparison,
      cases,
      drafts,
      ownRows,
      annotations: notes,
      options,
      date,
      comparisonId: id,
    });
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
  const { orientation, style, audience, order, pictures, cover, organisation } = recipe;
  const said = Object.fromEntries(
    Object.entries({ orientation, style, audience, order, pictures, cover, organisation }).filter(
      ([, value]) => value !== undefined,
    ),
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

const MAX_LOGO_BYTES = 1_500_000;

/** What the command line itself says of the options. @throws UsageError, OkmError FILE_REFUSED */
async function optionsGiven(args: Arguments): Promise<Partial<BriefOptions>> {
  const read = <T>(schema: z.ZodType<T>, option: string, value: unknown): T => {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const reason = args.say('badOption', { option, value: String(value) });
    throw new UsageError(args.say('usage', { reason }));
  };
  const { shape } = BriefOptions;
  const { style } = args;
  const { orientation, order, pictures, organisation, audience, logo, cover, notes } = args.briefOptions;
  return {
    ...(style === undefined ? {} : { style: read(shape.style, '--style', style) }),
    ...(orientation === undefined
      ? {}
      : { orientation: read(shape.orientation, '--orientation', orientation) }),
    ...(order === undefined ? {} : { order: read(shape.order, '--order', order) }),
    ...(pictures === undefined
      ? {}
      : {
          pictures: read(
            shape.pictures,
            '--pictures',
            pictures.split(',').map((one) => one.trim()),
          ),
        }),
    ...(organisation === undefined
      ? {}
      : { organisation: read(shape.organisation, '--organisation', organisation) }),
    ...(audience === undefined ? {} : { audience: read(shape.audience, '--audience', audience) }),
    ...(logo === undefined ? {} : { logo: await logoIn(resolve(logo), logo) }),
    ...(cover ? { cover } : {}),
    ...(notes ? { notes } : {}),
  };
}

/** A logo as the options carry it. It is looked at here, where its name is known. */
async function logoIn(path: string, name: string): Promise<string> {
  const { bytes } = readLogo(await readInput(path, MAX_LOGO_BYTES), name);
  return Buffer.from(bytes).toString('base64');
}

/** Now, or the second that reproducible builds name, so that equal input gives equal files. */
function dateOfDocuments(env: NodeJS.ProcessEnv): string {
  const seconds = Number(env.SOURCE_DATE_EPOCH);
  return (
    env.SOURCE_DATE_EPOCH && Number.isFinite(seconds) ? new Date(seconds * 1000) : new Date()
  ).toISOString();
}
