import { extname, resolve } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import { BriefFormat, BriefOptions } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import { rowsOf } from '#services/comparisons/comparison-service.ts';
import { defaultTitle } from '#services/comparisons/default-title.ts';
import { renderDraftBrief } from '#services/exports/export-service.ts';
import { writeFile } from '#services/files/write-file.ts';
import type { Arguments } from './arguments.ts';
import { casesToCompare } from './compare.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/**
 * `okm brief ID ID… --out FILE`: the comparison as a document, in the format that the file's ending names; in
 * both languages, the second goes beside the first with its language before the ending.
 *
 * @throws OkmError CASE_NOT_FOUND, COMPARISON_SIZE, FORMAT_UNKNOWN, FILE_NOT_WRITABLE, DISK_FULL
 */
export async function brief(
  args: Arguments,
  outFile: string,
  terminal: Terminal,
  session: Session,
): Promise<number> {
  const ending = extname(outFile);
  const format = BriefFormat.safeParse(ending.slice(1).toLowerCase());
  if (!format.success) {
    const known = BriefFormat.options.map((one) => `.${one}`);
    throw new OkmError('FORMAT_UNKNOWN', { format: ending || outFile, known });
  }
  const cases = casesToCompare(args.words, session);
  const written = [];
  for (const [at, language] of args.languages.entries()) {
    const document = await renderDraftBrief({
      cases,
      rows: [...rowsOf('meeting')],
      title: defaultTitle(cases, language),
      format: format.data,
      options: BriefOptions.parse({ language }),
      date: dateOfDocuments(process.env),
      press: session.program.services.press,
    });
    const file = at === 0 ? outFile : besides(outFile, language);
    await writeFile(resolve(file), document.bytes);
    const { citations, unsupported, missing } = document;
    written.push({ file, citations, unsupported, missing: [...missing] });
  }
  if (args.json) terminal.json({ files: written });
  else {
    for (const { file, citations, unsupported, missing } of written) {
      terminal.out(args.say('briefDone', { file, citations, unsupported }));
      if (missing.length > 0) terminal.err(args.say('briefMissing', { characters: missing.join(' ') }));
    }
  }
  return 0;
}

function besides(file: string, language: Language): string {
  const ending = extname(file);
  return `${file.slice(0, -ending.length)}.${language}${ending}`;
}

/** Now, or the second that reproducible builds name, so that equal input gives equal files. */
function dateOfDocuments(env: NodeJS.ProcessEnv): string {
  const seconds = Number(env.SOURCE_DATE_EPOCH);
  return (
    env.SOURCE_DATE_EPOCH && Number.isFinite(seconds) ? new Date(seconds * 1000) : new Date()
  ).toISOString();
}
