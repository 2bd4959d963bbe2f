import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from '#contract/case-tree.ts';
import { reportDocument } from '#domain/report/report-document.ts';
import { reportHtml, reportMarkdown } from '#domain/report/write-report.ts';

/** Writes the library report into a folder, as Markdown and HTML in both languages; answers the files' names. */
export async function writeReport(cases: readonly Case[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = (['zh', 'en'] as const).flatMap((language) => {
    const document = reportDocument(cases, language);
    return [
      [`library-report.${language}.md`, reportMarkdown(document)],
      [`library-report.${language}.html`, reportHtml(document)],
    ] as const;
  });
  for (const [name, text] of files) {
    const path = join(folder, name);
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
  }
  return files.map(([name]) => join(folder, name));
}
