import type { CslItem } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import type { CitationStyle } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import { chicagoNote, chicagoShortNote } from '../citation/chicago-notes.ts';
import { formatReference } from '../citation/format-reference.ts';
import { authorDate, authorLabel, citingSystem, numbered, yearOf } from '../citation/in-text.ts';
import { plainText, type TextRun, tidyRuns } from '../citation/text-run.ts';
import type { CitationMark, Cite } from './brief-runs.ts';

/** A source of a brief under its number; whether the number is printed is the style's matter. */
export interface BriefReference {
  readonly number: number;
  /** `<case>_<ref>` of each case that cites it. */
  readonly keys: readonly string[];
  readonly runs: readonly TextRun[];
  readonly note: string | null;
}

interface Source {
  readonly number: number;
  readonly item: CslItem;
  readonly keys: Set<string>;
  readonly note: string | null;
  suffix: string;
}

/** The sources of a document: numbered as they are met, then printed as the style cites them. */
export interface References {
  /**
   * The number of a reference: `S4` of the case given, or a whole key `<case>_S4`; undefined when there is no
   * such source.
   */
  numberOf(ref: string, caseId: string | undefined): number | undefined;
  /** A citation. Notes are counted, and shorter from the second on that names a source. */
  print(cites: readonly Cite[]): CitationMark;
  /** Tells works of one author and year apart by letters, and counts notes from the beginning again. */
  settle(): void;
  /** All that have been numbered so far, in the order of their numbers. */
  list(): BriefReference[];
  /** The same in the order of the style's own list: by author, where it does not cite by number. */
  inStyle(): BriefReference[];
}

/**
 * Numbers the references of several cases in the order in which they are first cited. Cases that cite the
 * same source share its number: what prints alike is one source.
 */
export function numberReferences(
  cases: readonly Case[],
  style: CitationStyle,
  language: Language,
): References {
  const items = new Map<string, CslItem>(
    cases.flatMap(({ id, front }) => front.references.map((item) => [`${id}_${item.id}`, item] as const)),
  );
  const byText = new Map<string, Source>();
  const byNumber = new Map<number, Source>();
  // A source is cited many times; it is written out once.
  const byKey = new Map<string, Source>();
  const noted = new Set<number>();
  let notes = 0;

  function sourceOf(key: string): Source | undefined {
    const item = items.get(key);
    if (item === undefined) return undefined;
    const text = plainText(formatReference(item, style));
    let source = byText.get(text);
    if (source === undefined) {
      const note = item.custom.note?.[language] ?? null;
      source = { number: byText.size + 1, item, keys: new Set(), note, suffix: '' };
      byText.set(text, source);
      byNumber.set(source.number, source);
    }
    source.keys.add(key);
    byKey.set(key, source);
    return source;
  }

  function note(cites: readonly Cite[]): CitationMark {
    notes += 1;
    const runs = cites.flatMap(({ number, locator }, index): TextRun[] => {
      const source = byNumber.get(number);
      if (source === undefined) return [];
      const written = (noted.has(number) ? chicagoShortNote : chicagoNote)(source.item, locator);
      noted.add(number);
      return index === cites.length - 1 ? written : withoutStop(written);
    });
    return { kind: 'note', number: notes, runs: tidyRuns(runs) };
  }

  return {
    numberOf(ref, caseId) {
      const key = ref.includes('_') || caseId === undefined ? ref : `${caseId}_${ref}`;
      return (byKey.get(key) ?? sourceOf(key))?.number;
    },

    print(cites) {
      if (style === 'chicago-notes') return note(cites);
      if (style !== 'apa-7' && style !== 'chicago-author-date')
        return { kind: 'number', text: numbered(cites) };
      const cited = cites.flatMap(({ number, locator }) => {
        const source = byNumber.get(number);
        return source === undefined ? [] : [{ item: source.item, suffix: source.suffix, locator }];
      });
      return { kind: 'words', text: authorDate(cited, style, language) };
    },

    settle() {
      notes = 0;
      noted.clear();
      if (citingSystem(style) !== 'author-date') return;
      const alike = Map.groupBy(
        byNumber.values(),
        ({ item }) => `${authorLabel(item, style, language)} ${yearOf(item)}`,
      );
      for (const same of alike.values()) {
        if (same.length < 2) continue;
        for (const [index, source] of inTitleOrder(same, language).entries()) source.suffix = letters(index);
      }
    },

    list,
    inStyle() {
      if (citingSystem(style) === 'numbers') return list();
      const { compare } = collator(language);
      return list().sort((a, b) => compare(plainText(a.runs), plainText(b.runs)));
    },
  };

  function list(): BriefReference[] {
    return [...byNumber.values()].map((source) => ({
      number: source.number,
      keys: [...source.keys],
      runs: formatReference(source.item, style, source.suffix),
      note: source.note,
    }));
  }
}

/** a … z, then aa, ab … */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** Chinese by pinyin and before Latin in a Chinese list; the other way round in an English one. */
function collator(language: Language): Intl.Collator {
  return new Intl.Collator(language === 'zh' ? 'zh-u-co-pinyin' : 'en', { ignorePunctuation: true });
}

function inTitleOrder(sources: readonly Source[], language: Language): Source[] {
  const { compare } = collator(language);
  return [...sources].sort((a, b) => compare(a.item.title, b.item.title));
}

/** Between two sources of one note stands a semicolon in the place of the first one's full stop. */
function withoutStop(runs: readonly TextRun[]): TextRun[] {
  const last = runs.at(-1);
  if (last === undefined) return [];
  return [...runs.slice(0, -1), { ...last, text: last.text.replace(/\.$/, '') }, { text: '; ' }];
}
