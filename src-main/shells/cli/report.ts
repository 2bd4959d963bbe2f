import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { reportCase } from '#domain/report/library-report.ts';
import { reportDocument } from '#domain/report/report-document.ts';
import { reportMarkdown } from '#domain/report/write-report.ts';
import { openLibrary } from '#services/library/library.ts';
import { writeReport } from '#services/library/write-report.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/**
 * `okm report`: what the library holds, how well it is evidenced, and what it does not say. Written as
 * Markdown and HTML in both languages into the folder of --out, or the docs of a checkout; where there is
 * neither, the Markdown goes to standard output.
 */
export async function report(args: Arguments, terminal: Terminal, casesDir: string): Promise<number> {
  const { cases } = await openLibrary({ casesDir });
  if (args.json) {
    const plain = cases.map(reportCase);
    terminal.json({ cases: plain });
    return 0;
  }
  const docs = join(casesDir, '..', 'docs');
  const folder = args.outFile ?? (existsSync(docs) ? docs : undefined);
  if (folder === undefined) {
    terminal.out(reportMarkdown(reportDocument(cases, args.language)));
    return 0;
  }
  for (const file of await writeReport(cases, folder)) {
    terminal.out(args.say('reportWritten', { file: relative(process.cwd(), file) }));
  }
  return 0;
}
