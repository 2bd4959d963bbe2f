import type { Case } from '#contract/case-tree.ts';
import type { Claim, Draft } from '#contract/comparisons.ts';
import type { Language } from '#contract/ids.ts';
import type { RowKey } from '#contract/rows.ts';
import { findEntry, type VocabularyList } from '#contract/vocabulary.ts';
import { type CaseSentence, cite, sentencesOf, textIn } from './case-sentences.ts';
import { counterpart } from './counterpart.ts';
import { locateClaim } from './locate-claim.ts';

/**
 * A case laid out for drafting in a language. Sentences are chosen in the language that the case was written
 * in and shown by their counterparts, so that both languages of a cell rest on the same passage.
 */
export interface Material {
  readonly value: Case;
  /** Language of the cells. */
  readonly language: Language;
  readonly own: Language;
  readonly sentences: readonly CaseSentence[];
  readonly show: (sentence: CaseSentence) => CaseSentence | undefined;
  /** The sentence behind a claim of the front matter, as shown. */
  readonly behind: (
    text: Readonly<Record<Language, string>>,
    refs: readonly string[],
  ) => CaseSentence | undefined;
}

/** Lays a case out for drafting cells in a language. */
export function layOut(value: Case, language: Language): Material {
  const own = value.texts[value.front.language]?.language ?? textIn(value, language)?.language ?? language;
  const ownText = value.texts[own];
  const sentences = ownText ? sentencesOf(ownText) : [];
  const otherText = own === language ? undefined : value.texts[language];
  const other = otherText ? sentencesOf(otherText) : undefined;
  const show = (sentence: CaseSentence) =>
    other === undefined ? sentence : counterpart(sentence, sentences, other);
  return {
    value,
    language,
    own,
    sentences,
    show,
    behind: (text, refs) => {
      const found = locateClaim(text[own], refs, sentences, own);
      return found && show(found);
    },
  };
}

/** A part of a cell: words, and the claim that they rest on. */
export interface Part {
  readonly text: string;
  readonly claim?: Claim;
}

/** The label of an entry of a controlled list. */
export function label(list: VocabularyList, id: string, language: Language): string {
  return findEntry(list, id)?.[language] ?? id;
}

/** A whole sentence of the case as a part of a cell, with its citations. */
export function sentencePart(sentence: CaseSentence): Part {
  return {
    text: sentence.cited,
    claim: {
      text: sentence.text,
      at: { section: sentence.section, start: sentence.start, end: sentence.end },
      refs: [...sentence.refs],
    },
  };
}

/** A claim of the front matter as a part of a cell, tied to the sentence behind it where one is found. */
export function factPart(
  material: Material,
  words: string,
  said: Readonly<Record<Language, string>>,
  refs: readonly string[],
  behind: CaseSentence | undefined = material.behind(said, refs),
): Part {
  return {
    text: words + cite(refs, material.language),
    claim: {
      text: words,
      at: behind === undefined ? null : { section: behind.section, start: behind.start, end: behind.end },
      refs: [...refs],
    },
  };
}

const separators: Readonly<Record<Language, { list: string; stop: string; sentence: string }>> = {
  zh: { list: '；', stop: '。', sentence: '' },
  en: { list: '; ', stop: '.', sentence: ' ' },
};

/** Parts as one sentence: joined by semicolons, closed by a full stop that stands before the last citation. */
export function joinFacts(parts: readonly Part[], language: Language): string {
  const { list, stop } = separators[language];
  return closeFact(parts.map((part) => part.text).join(list), stop);
}

/**
 * Parts that are statements of their own: one sentence with semicolons in Chinese, sentences in English, where
 * a part may begin with a name and so cannot be made to begin small.
 */
export function joinStatements(parts: readonly Part[], language: Language): string {
  if (language === 'zh') return joinFacts(parts, language);
  return parts.map((part) => closeFact(part.text, separators.en.stop)).join(separators.en.sentence);
}

function closeFact(text: string, stop: string): string {
  return text.replace(/( ?(?:\[@[^\]]+\])?)$/, (tail) => stop + tail);
}

/** Whole sentences one after the other. */
export function joinSentences(texts: readonly string[], language: Language): string {
  return texts.filter((text) => text !== '').join(separators[language].sentence);
}

/** A draft with words. */
export function draftOf(material: Material, row: RowKey, text: string, parts: readonly Part[]): Draft {
  return {
    caseId: material.value.id,
    row,
    text,
    nothing: null,
    claims: parts.flatMap((part) => (part.claim === undefined ? [] : [part.claim])),
  };
}

/** A draft that says which kind of nothing the case has for the row. */
export function nothingOf(material: Material, row: RowKey, nothing: NonNullable<Draft['nothing']>): Draft {
  return {
    caseId: material.value.id,
    row,
    text: label('nothing', nothing, material.language),
    nothing,
    claims: [],
  };
}

/** A label inside an English sentence begins small; Chinese knows no such thing. */
export function lower(text: string, language: Language): string {
  // IAP2, CBD and the like stay; so do names, which a vocabulary label does not hold.
  return language === 'en' && /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
