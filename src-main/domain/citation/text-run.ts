/** A piece of a formatted reference; slanted where the style asks for it. */
export interface TextRun {
  readonly text: string;
  readonly italic?: true;
}

/** The words of runs, without their form. */
export function plainText(runs: readonly TextRun[]): string {
  return runs.map((run) => run.text).join('');
}

const han = /\p{Script=Han}/u;

/**
 * A run that is slanted unless it holds Chinese: Han characters have no italic, and a program that fakes one
 * draws them leaning.
 */
export function titleRun(text: string): TextRun {
  return han.test(text) ? { text } : { text, italic: true };
}

/** Joins neighbours of the same form and drops empty ones, so that equal references have equal runs. */
export function tidyRuns(runs: readonly TextRun[]): TextRun[] {
  const tidy: TextRun[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = tidy.at(-1);
    if (last && last.italic === run.italic) tidy[tidy.length - 1] = { ...last, text: last.text + run.text };
    else tidy.push(run);
  }
  return tidy;
}
