import { extname, resolve } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import { BriefFormat } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import { readReferenceDoc } from '#services/exports/docx-reference.ts';
import { renderBrief } from '#services/exports/render-brief.ts';
import { readInput } from '#services/files/read-input.ts';
import { writeFile } from '#services/files/write-file.ts';
import type { Arguments } from './arguments.ts';
import { type BriefParts, briefSources } from './brief-sources.ts';
import type { Terminal } from './terminal.ts';

const MAX_TEMPLATE_BYTES = 50 * 1024 * 1024;

/**
 * `okm brief ID ID… --out FILE`: the comparison as a document, in the format that the file's ending names; in
 * both languages, the second goes beside the first with its language before the ending. Instead of cases, the
 * id of a stored comparison, or `--from recipe.yaml`.
 *
 * @throws OkmError CASE_NOT_FOUND, COMPARISON_NOT_FOUND, COMPARISON_SIZE, FORMAT_UNKNOWN, FILE_REFUSED, FILE_NOT_WRITABLE, DISK_FULL
 */
export async function brief(
  args: Arguments,
  outFile: string,
  terminal: Terminal,
  parts: BriefParts,
): Promise<number> {
  const format = formatOf(outFile);
  const { referenceDoc } = args;
  if (referenceDoc !== undefined && format !== 'docx') {
    throw new OkmError('FORMAT_UNKNOWN', { format: extname(outFile), known: ['.docx'] });
  }
  const template =
    referenceDoc === undefined
      ? undefined
      : readReferenceDoc(await readInput(resolve(referenceDoc), MAX_TEMPLATE_BYTES), referenceDoc);
  const sources = await briefSources(args, parts);
  // All are made before the first is written: half of a pair would be worse than none.
  const documents = [];
  for (const source of sources) {
    const document = await renderBrief(
      { ...source, format, ...(template === undefined ? {} : { template }) },
      parts.press,
      parts.drawPictures,
    );
    documents.push({ language: source.options.language, document });
  }
  const written = [];
  for (const [at, { language, document }] of documents.entries()) {
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

function formatOf(outFile: string): BriefFormat {
  const ending = extname(outFile);
  const format = BriefFormat.safeParse(ending.slice(1).toLowerCase());
  if (format.success) return format.data;
  const known = BriefFormat.options.map((one) => `.${one}`);
  throw new OkmError('FORMAT_UNKNOWN', { format: ending || outFile, known });
}

function besides(file: string, language: Language): string {
  const ending = extname(file);
  return `${file.slice(0, -ending.length)}.${language}${ending}`;
}
