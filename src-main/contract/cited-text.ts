/** A run of words with the references that stand right after it. */
export interface CitedRun {
  readonly text: string;
  readonly refs: readonly string[];
}

/** `S4` within a case; `beijing-jinsong-model_S4` where words speak of several cases, as findings do. */
const citation = /[ \t]?\[(@(?:[a-z0-9-]+_)?S\d+(?:\s*;\s*@(?:[a-z0-9-]+_)?S\d+)*)\]/g;

/**
 * Splits a text that carries Pandoc citations (`…。[@S1; @S2]`), the form in which comparison cells are
 * kept, into runs.
 */
export function splitCited(text: string): CitedRun[] {
  const runs: CitedRun[] = [];
  let from = 0;
  for (const match of text.matchAll(citation)) {
    const refs = (match[1] ?? '').split(';').map((ref) => ref.trim().slice(1));
    runs.push({ text: text.slice(from, match.index), refs });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), refs: [] });
  return runs;
}
