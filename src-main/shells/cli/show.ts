import type { Arguments } from './arguments.ts';
import { caseLines } from './case-lines.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** `okm show ID`: one case in full, in one language or both. @throws OkmError CASE_NOT_FOUND */
export function show(args: Arguments, id: string, terminal: Terminal, { program }: Session): number {
  // Asked of the library itself: its failure names the nearest ids even where the word can be no id.
  const found = program.services.library.library.get(id);
  if (args.json) {
    terminal.json(found);
    return 0;
  }
  for (const [at, language] of args.languages.entries()) {
    const text = found.texts[language] ?? found.texts.zh ?? found.texts.en;
    if (text === undefined) continue;
    if (at > 0) terminal.out('\n');
    for (const line of caseLines(found, text, args.say)) terminal.out(line);
  }
  return 0;
}
