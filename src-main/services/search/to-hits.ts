import type { Language } from '#contract/ids.ts';
import type { SearchHit } from '#contract/search.ts';
import { tokens } from '#domain/analyser/analyse.ts';
import { fold } from '#domain/analyser/fold.ts';
import type { Understood, Why } from '#domain/query/understand/understood.ts';
import { inverseFrequency } from '#domain/ranking/bm25f.ts';
import type { DocumentHead, SearchDocument } from '#domain/ranking/document.ts';
import { probesFor, type Sought } from '#domain/ranking/find-hits.ts';
import { holdsWord, normalisePhrase } from '#domain/ranking/find-word.ts';
import type { Lexicon } from '#domain/ranking/lexicon.ts';
import type { Ranked } from '#domain/ranking/rank.ts';
import { makeSnippets, titleRanges } from '#domain/ranking/snippets.ts';
import type { FoldedTexts } from './folded-texts.ts';

/**
 * What a query seeks on the page, each thing with what it tells of a passage.
 *
 * @param loose whether parts of added words count by themselves: only for cases that hold nothing else
 */
export function toSought(
  { terms, words, independent }: Understood,
  lexicon: Lexicon,
  total: number,
  loose = false,
): Sought {
  const worth = (term: string) => {
    const documents = lexicon.documentsOf(term);
    return documents === 0 ? 0 : inverseFrequency(documents, total);
  };
  const byTerm = new Map<string, { why: Why; weight: number }>();
  for (const { terms: alternatives, weight, why, word } of terms) {
    // Parts of what the glossary added say nothing by themselves; they are shown where they stand together.
    if (!loose && why === 'added' && !alternatives.includes(word) && tokens(word).length > 1) continue;
    for (const term of alternatives) {
      const value = weight * worth(term);
      const before = byTerm.get(term);
      if (!before || before.weight < value) byTerm.set(term, { why, weight: value });
    }
  }
  const weightOf = (word: string) =>
    terms
      .filter((term) => term.word === word)
      .reduce((sum, { terms: [first = ''], weight }) => sum + weight * worth(first), 0);
  // A word that stands whole tells more than its parts do here and there.
  const whole = words
    .map(({ text, why }) => ({
      text: normalisePhrase(text),
      why,
      weight: 1 + (why === 'own' ? 3 : 1.5) * weightOf(text),
    }))
    .sort((a, b) => Number(b.why === 'own') - Number(a.why === 'own') || b.text.length - a.text.length);
  return { independent, words: whole, terms: byTerm, probes: probesFor(whole, byTerm.keys()) };
}

/** Results as the contract has them, with their passages. */
export function toHits(
  ranked: readonly Ranked[],
  { sought, loose }: { readonly sought: Sought; readonly loose: Sought },
  texts: FoldedTexts,
  open: (document: DocumentHead) => SearchDocument,
  language: Language,
): SearchHit[] {
  const own = new Set(sought.words.filter(({ why }) => why === 'own').map(({ text }) => text));
  return ranked.map(({ document: head, score, tier, matched }) => {
    const document = open(head);
    const title = document.title[language];
    const sections = texts.sections(document);
    const snippets = makeSnippets(sections, sought, language);
    return {
      id: document.id,
      title,
      titleRanges: titleRanges(fold(title), sought),
      type: document.type,
      tier,
      score,
      snippets: snippets.length > 0 ? snippets : makeSnippets(sections, loose, language),
      matched: matched.filter((word) => isHeldWhole(word, own, texts.all(document))),
    };
  });
}

/** An added word counts as found where it stands as it is; of one's own words the parts will do. */
function isHeldWhole(word: string, own: ReadonlySet<string>, texts: readonly string[]): boolean {
  return own.has(normalisePhrase(word)) || texts.some((text) => holdsWord(text, normalisePhrase(word), true));
}
