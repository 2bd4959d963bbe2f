/** A run of words with the references that stand right after it. */
export interface CitedRun {
  readonly text: string;
  readonly refs: readonly string[];
  /** By reference: the part of it that is cited, as it was written (`p. 12`, `第3节`). */
  readonly locators?: Readonly<Record<string, string>>;
}

/** `S4` within a case; `beijing-jinsong-model_S4` where words speak of several cases, as findings do. */
const citation =
  /[ \t]?\[(@(?:[a-z0-9-]+_)?S\d+(?:[,，][^\][;@]{1,60})?(?:\s*;\s*@(?:[a-z0-9-]+_)?S\d+(?:[,，][^\][;@]{1,60})?)*)\]/g;

/**
 * Splits a text that carries Pandoc citations (`…。[@S1, p. 12; @S2]`), the form in which comparison cells are
 * kept, into runs.
 */
export function splitCited(text: string): CitedRun[] {
  const runs: CitedRun[] = [];
  let from = 0;
  for (const match of text.matchAll(citation)) {
    runs.push({ text: text.slice(from, match.index), ...readCitation(match[1] ?? '') });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), refs: [] });
  return runs;
}

/** What stands between the brackets of a citation: its references, and the locators of those that have one. */
export function readCitation(inner: string): Pick<CitedRun, 'refs' | 'locators'> {
  const parts = inner.split(';').map((part) => {
    const [ref = '', ...rest] = part.trim().slice(1).split(/[,，]/);
    return { ref: ref.trim(), locator: rest.join(',').trim() };
  });
  const placed = parts.filter(({ locator }) => locator !== '');
  const refs = parts.map(({ ref }) => ref);
  if (placed.length === 0) return { refs };
  return { refs, locators: Object.fromEntries(placed.map(({ ref, locator }) => [ref, locator])) };
}

/** References and locators as they stand between the brackets of a citation. */
export function writeCitation(refs: readonly string[], locators: CitedRun['locators'] = {}): string {
  return refs
    .map((ref) => {
      const locator = locators[ref];
      return locator === undefined ? `@${ref}` : `@${ref}, ${locator}`;
    })
    .join('; ');
}
