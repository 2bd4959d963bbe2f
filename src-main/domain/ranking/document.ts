import type { CaseType, SectionId, SourceKind } from '#contract/case.ts';
import type { Case, CaseText } from '#contract/case-tree.ts';
import type { Bilingual, CaseId, Language } from '#contract/ids.ts';
import type { FacetId } from '#contract/search.ts';
import { findEntry, type VocabularyList } from '#contract/vocabulary.ts';
import { statesAbsence } from '../markdown/sentences.ts';
import { placesOf } from './place-facet.ts';

/**
 * The parts of a case that search weighs apart. `aside` holds what asks, or says that nothing is known, and
 * the names of sources; `own` the user's notes and tags on the case; `claim` what only its promoter says.
 */
export const fieldNames = ['title', 'meta', 'summary', 'zh', 'en', 'aside', 'own', 'claim'] as const;
export type Field = (typeof fieldNames)[number];

/** One section's plain text, the text that offsets count in. */
export interface DocumentSection {
  readonly id: SectionId;
  readonly language: Language;
  readonly text: string;
  /** Sentences that ask, or say that nothing is known: start and end, in order. */
  readonly asides: readonly (readonly [number, number])[];
  /** Sentences that cite sources, with the kinds of these; in order. */
  readonly told: readonly (readonly [start: number, end: number, kinds: readonly SourceKind[]])[];
}

/** Whether only a case's promoter says something. */
export function isClaim(kinds: readonly SourceKind[]): boolean {
  return kinds.length === 1 && kinds[0] === 'promoter';
}

/** Sentences of a section that rest on the promoter's word alone, and ask or deny nothing. */
export function claimsOf({ told, asides }: DocumentSection): readonly (readonly [number, number])[] {
  return told
    .filter(([start, , kinds]) => isClaim(kinds) && !asides.some(([from, to]) => start >= from && start < to))
    .map(([start, end]) => [start, end] as const);
}

/** What lists need of a case: its names, what to narrow and to sort by. */
export interface DocumentHead {
  readonly id: CaseId;
  readonly origin: Case['origin'];
  readonly revision: string;
  readonly type: CaseType;
  readonly title: Bilingual;
  readonly aliases: readonly string[];
  readonly facets: Readonly<Partial<Record<FacetId, readonly string[]>>>;
  /** Names by which `place:` finds it, from the country down. */
  readonly places: readonly string[];
  /** Year it began; undefined when not stated. */
  readonly year: number | undefined;
  /** Number of the user's notes on it. */
  readonly noteCount: number;
  /** Day of the last review, `2026-11-24` or less precise. */
  readonly reviewed: string;
}

/** A case as search sees it: what to look in, what to narrow by, what to show. Plain data. */
export interface SearchDocument extends DocumentHead {
  readonly sections: readonly DocumentSection[];
  /** What stands in a field besides sections. */
  readonly extra: Readonly<Partial<Record<Field, readonly string[]>>>;
}

/** What the user added to a case. */
export interface OwnWords {
  /** Number of his notes on it, highlights without words among them. */
  readonly noteCount: number;
  readonly words: readonly string[];
  /** Tags of the notes and of the case itself. */
  readonly tags: readonly string[];
  /** Ids of the collections that he put it in. */
  readonly collections?: readonly string[];
}

/** A document with what the user added to its case; the same document where that is nothing. */
export function withOwnWords(document: SearchDocument, own: OwnWords | undefined): SearchDocument {
  if (!own) return document;
  const collections = own.collections ?? [];
  if (own.noteCount + own.tags.length + collections.length === 0) return document;
  return {
    ...document,
    noteCount: own.noteCount,
    extra: { ...document.extra, own: [...own.words, ...own.tags] },
    facets: { ...document.facets, tag: [...new Set(own.tags)], collection: collections },
  };
}

/** Makes the search document of a case. */
export function toDocument(value: Case): SearchDocument {
  const { front } = value;
  const year = yearOf(front.period.start);
  return {
    id: value.id,
    origin: value.origin,
    revision: value.revision,
    type: front.type,
    title: front.title,
    aliases: front.aliases ?? [],
    sections: (['zh', 'en'] as const).flatMap((language) =>
      sectionsOf(value.texts[language], kindsOf(value)),
    ),
    extra: {
      title: [
        ...new Set([front.title.zh, front.title.en, value.texts.en?.title ?? '', ...(front.aliases ?? [])]),
      ],
      meta: metaOf(value),
      zh: factsOf(value, 'zh'),
      en: factsOf(value, 'en'),
      aside: sourcesOf(value),
    },
    facets: facetsOf(value, year),
    places: placesOf(front.place).names,
    year,
    noteCount: 0,
    reviewed: String(front.reviewed),
  };
}

/** The texts of one field, each to be analysed apart so that no term runs over their seam. */
export function fieldTexts(document: SearchDocument, field: Field): string[] {
  const texts = [...(document.extra[field] ?? [])];
  for (const section of document.sections) {
    if (field === 'aside' || field === 'claim') {
      const places = field === 'aside' ? section.asides : claimsOf(section);
      texts.push(...places.map(([start, end]) => section.text.slice(start, end)));
    } else if (field === (section.id === 'summary' ? 'summary' : section.language))
      texts.push(...statements(section));
  }
  return texts;
}

/** A section without its asides and without what only the promoter says. */
function statements(section: DocumentSection): string[] {
  const { text } = section;
  const parts: string[] = [];
  let from = 0;
  const left = [...section.asides, ...claimsOf(section)].sort(([a], [b]) => a - b);
  for (const [start, end] of left) {
    parts.push(text.slice(from, start));
    from = end;
  }
  return [...parts, text.slice(from)].filter((part) => part.trim() !== '');
}

/** Kinds of a case's sources by their ids. */
function kindsOf({ front }: Case): ReadonlyMap<string, SourceKind> {
  return new Map(front.references.map(({ id, custom }) => [id, custom.kind]));
}

function sectionsOf(text: CaseText | undefined, kinds: ReadonlyMap<string, SourceKind>): DocumentSection[] {
  if (!text) return [];
  const { language } = text;
  return text.sections.map((section) => {
    const asides = section.sentences.filter(
      ({ start, end }) =>
        section.id === 'questions' || statesAbsence(section.text.slice(start, end), language),
    );
    return {
      id: section.id,
      language,
      text: section.text,
      asides: asides.map(({ start, end }) => [start, end] as const),
      told: section.sentences.flatMap(({ start, end, refs }) => {
        const told = [...new Set(refs.flatMap((ref) => kinds.get(ref) ?? []))];
        return told.length > 0 ? [[start, end, told] as const] : [];
      }),
    };
  });
}

/** Year in which a period begins, from an EDTF date; undefined for a kind of nothing. */
function yearOf(date: string | number): number | undefined {
  const year = Number(String(date).slice(0, 4));
  return Number.isInteger(year) ? year : undefined;
}

function metaOf(value: Case): string[] {
  const { front } = value;
  const labels = (list: VocabularyList, ids: readonly string[]) =>
    ids.flatMap((id) => {
      const entry = findEntry(list, id);
      return entry ? [entry.zh, entry.en] : [];
    });
  return [
    ...placesOf(front.place).names,
    ...labels('type', [front.type]),
    ...labels('level', [front.level]),
    ...labels('space', listOf(front.space)),
    ...labels('tools', listOf(front.tools)),
    value.id.replaceAll('-', ' '),
  ];
}

/** What the front matter says in words: who, how much, when, on which conditions. */
function factsOf({ front }: Case, language: Language): string[] {
  const { concerns } = front;
  return [
    ...listOf(front.actors).flatMap(({ name, does }) => [name[language], does[language]]),
    ...listOf(front.funding).flatMap(({ note }) => (note ? [note[language]] : [])),
    ...[concerns.role, concerns.capability, concerns.sustainability].flatMap((concern) =>
      typeof concern === 'string' ? [] : [concern.finding[language]],
    ),
    ...front.figures.flatMap(({ counts, note }) => [counts[language], ...(note ? [note[language]] : [])]),
    ...front.events.map(({ what }) => what[language]),
    ...front.transfer.map(({ condition }) => condition[language]),
  ];
}

/** Who wrote what the case rests on, and where: found by name, but not what the case is about. */
function sourcesOf({ front }: Case): string[] {
  return front.references.flatMap(({ title, author, publisher, 'container-title': container }) => [
    title,
    ...(author ?? []).map((name) =>
      'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' '),
    ),
    ...[container, publisher].filter((name) => name !== undefined),
  ]);
}

function facetsOf({ front, origin, evidence }: Case, year: number | undefined): SearchDocument['facets'] {
  const distinct = (values: readonly string[]) => [...new Set(values)];
  const ids = <T>(value: readonly T[] | string, id: (item: T) => string) =>
    typeof value === 'string' ? [value] : distinct(value.map(id));
  return {
    type: [front.type],
    level: [front.level],
    dimension: ids(front.dimensions, ({ id }) => id),
    challenge: ids(front.challenges, (id) => id),
    stage: ids(front.lifecycle, ({ id }) => id),
    space: ids(front.space, (id) => id),
    actor: ids(front.actors, ({ role }) => role),
    tool: ids(front.tools, (id) => id),
    funding: ids(front.funding, ({ kind }) => kind),
    participation: ids(front.participation, ({ rung }) => rung),
    evidence: Object.entries(evidence.sources).flatMap(([kind, count]) => (count > 0 ? [kind] : [])),
    place: placesOf(front.place).facet,
    year: [year === undefined ? 'not-stated' : String(Math.floor(year / 10) * 10)],
    tag: [],
    origin: [origin],
  };
}

function listOf<T>(value: readonly T[] | string): readonly T[] {
  return typeof value === 'string' ? [] : value;
}
