import type { SourceKind } from '#contract/case.ts';
import type { Language } from '#contract/ids.ts';
import type { Snippet } from '#contract/search.ts';
import { type Folded, toInputRange } from '../analyser/fold.ts';
import { claimsOf, type DocumentSection } from './document.ts';
import { findHits, type Hit, mergeHits, type Sought } from './find-hits.ts';

/** A section with its folded text. */
export interface FoldedSection {
  readonly section: DocumentSection;
  readonly folded: Folded;
}

/** About how much of a text a snippet shows: a line or two of a list. English letters are half as wide. */
const WIDTH: Readonly<Record<Language, number>> = { zh: 90, en: 180 };
/** How much of it stands before the first hit at most. */
const LEAD = 0.3;
const SNIPPETS = 2;
/** Worth of a passage that holds nothing but what another shows already. */
const REPEATED = 0.4;
/** An own word in the language of the window is worth a little more, so that equal passages show in it. */
const HOME_LANGUAGE = 1.05;

const sentenceEnd = /[。！？；\n]|[.!?;]\s/g;

interface Window {
  readonly section: FoldedSection;
  readonly hits: readonly Hit[];
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** The best passages of a case for what is sought: two at most, of different sections, ranges marked. */
export function makeSnippets(
  sections: readonly FoldedSection[],
  sought: Sought,
  language: Language,
): Snippet[] {
  const windows = sections.flatMap((section) => bestWindow(section, sought, language) ?? []);
  const chosen: Window[] = [];
  while (chosen.length < SNIPPETS) {
    const shown = new Set(chosen.flatMap(({ hits }) => hits.map(({ key }) => key)));
    // The same section in the other language says the same again.
    const left = windows.filter(({ section }) =>
      chosen.every((other) => other.section.section.id !== section.section.id),
    );
    const [best] = left.sort((a, b) => worthOf(b, shown) - worthOf(a, shown));
    if (!best) break;
    chosen.push(best);
  }
  return chosen.map(toSnippet);
}

/** What a passage tells besides what is shown already. */
function worthOf({ score, hits }: Window, shown: ReadonlySet<string>): number {
  const keys = new Set(hits.map(({ key }) => key));
  const fresh = [...keys].filter((key) => !shown.has(key)).length;
  return keys.size === 0 ? 0 : score * (REPEATED + ((1 - REPEATED) * fresh) / keys.size);
}

function bestWindow(section: FoldedSection, sought: Sought, language: Language): Window | undefined {
  const { text } = section.folded;
  const hits = sought.independent
    ? findHits(text, sought).filter(({ start }) => !isWithin(section, start, claimsOf(section.section)))
    : findHits(text, sought);
  if (hits.length === 0) return undefined;
  const width = WIDTH[section.section.language];
  const home = section.section.language === language ? HOME_LANGUAGE : 1;
  let best: { from: number; to: number; score: number } | undefined;
  for (let from = 0; from < hits.length; from++) {
    const first = hits[from];
    if (!first) break;
    const seen = new Map<string, number>();
    const limit = Math.min(first.start + width, lineEnd(text, first.start));
    let to = from;
    for (; to < hits.length; to++) {
      const hit = hits[to];
      if (!hit || hit.end > limit) break;
      seen.set(hit.key, hit.weight * (hit.why === 'own' ? 1 : OTHER_SHARE));
    }
    const told = isAside(section, first.start) ? ASIDE_SHARE : 1;
    const score = home * told * [...seen.values()].reduce((sum, weight) => sum + weight, 0);
    if (!best || score > best.score + 1e-9) best = { from, to: Math.max(to, from + 1), score };
  }
  if (!best) return undefined;
  const inside = hits.slice(best.from, best.to);
  const first = inside[0]?.start ?? 0;
  const last = inside.at(-1)?.end ?? first;
  const start = startOf(text, first, Math.floor(width * LEAD));
  const end = endOf(text, start, last, width);
  const shown = hits.filter((hit) => hit.start >= start && hit.end <= end);
  return { section, hits: shown, start, end, score: best.score };
}

/** Added words are shown where own ones do not fill the window. */
const OTHER_SHARE = 0.5;

/** A question, or a sentence saying that nothing is known, is shown where nothing better is. */
const ASIDE_SHARE = 0.5;

function isAside(section: FoldedSection, at: number): boolean {
  return isWithin(section, at, section.section.asides);
}

function isWithin(
  { folded }: FoldedSection,
  at: number,
  places: readonly (readonly [number, number])[],
): boolean {
  const [place] = toInputRange(folded, at, at + 1);
  return places.some(([start, end]) => place >= start && place < end);
}

/** Kinds of the sources that the sentences cite in which the hits stand. */
function toldOf({ section, folded }: FoldedSection, hits: readonly Hit[]): SourceKind[] {
  const places = hits.map(({ start, end }) => toInputRange(folded, start, end)[0]);
  const kinds = section.told
    .filter(([start, end]) => places.some((place) => place >= start && place < end))
    .flatMap(([, , told]) => told);
  return [...new Set(kinds)];
}

/** End of the block that an offset stands in. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Beginning of the sentence before a hit, or a place not too far before it. */
function startOf(text: string, hit: number, reach: number): number {
  const floor = Math.max(0, hit - reach);
  if (floor === 0 && !text.slice(0, hit).includes('\n')) return 0;
  let start = -1;
  for (const match of text.slice(floor, hit).matchAll(sentenceEnd)) {
    start = floor + match.index + match[0].length;
  }
  if (start >= 0) return start;
  // No sentence begins nearby: at a pause, or between words.
  const pause = /[，、：,:]\s?|\s/.exec(text.slice(floor, hit));
  return pause ? floor + pause.index + pause[0].length : wholeCharacter(text, floor);
}

/** How far beyond its width a snippet may go to end with its sentence. */
const STRETCH = 1.3;

/** End of a sentence near the wanted end, never before the last hit; else a pause, or between words. */
function endOf(text: string, start: number, last: number, width: number): number {
  const block = lineEnd(text, last);
  const wanted = Math.max(last, start + width);
  if (block <= wanted) return block;
  const half = Math.max(last, start + Math.floor(width / 2));
  let end = -1;
  for (const match of text.slice(half, Math.min(block, start + width * STRETCH)).matchAll(sentenceEnd)) {
    const here = half + match.index + match[0].trimEnd().length;
    // The last sentence that fits; where none does, the first that is a little too long.
    if (here <= wanted || end < 0) end = here;
  }
  if (end >= 0) return end;
  const pause = /^.*[，、；,;]|^.* /su.exec(text.slice(half, wanted));
  return pause ? half + pause[0].trimEnd().length : wholeCharacter(text, wanted);
}

function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function toSnippet({ section, hits, start, end }: Window): Snippet {
  const { folded } = section;
  const [from, to] = toInputRange(folded, start, end);
  const text = section.section.text.slice(from, to);
  const leading = text.length - text.trimStart().length;
  const merged = mergeHits(hits).map((hit) => {
    const [a, b] = toInputRange(folded, hit.start, hit.end);
    return { range: [a - from - leading, b - from - leading] as [number, number], why: hit.why };
  });
  return {
    section: section.section.id,
    language: section.section.language,
    text: text.trim(),
    ranges: merged.map(({ range }) => range),
    why: merged.map(({ why }) => why),
    told: toldOf(section, hits),
    start: from + leading,
  };
}

/** Where what is sought stands in a title. */
export function titleRanges(folded: Folded, sought: Sought): [number, number][] {
  return mergeHits(findHits(folded.text, sought)).map(({ start, end }) => toInputRange(folded, start, end));
}
