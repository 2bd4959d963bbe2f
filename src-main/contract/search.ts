import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseType, SectionId, SourceKind } from './case.ts';
import { contractErrors } from './errors.ts';
import { CaseId, Language } from './ids.ts';

/** The lists that results can be narrowed by. `year` holds decades as facet values. */
export const FacetId = z.enum([
  'type',
  'level',
  'dimension',
  'challenge',
  'stage',
  'space',
  'actor',
  'tool',
  'funding',
  'participation',
  'evidence',
  'place',
  'year',
  'tag',
  'collection',
  'origin',
]);
export type FacetId = z.infer<typeof FacetId>;

export const SearchInput = z.strictObject({
  /** What was typed, in the query language. Cut at 500 code points, and said. */
  query: z.string().max(1_000_000),
  /** Ticked in the facets; the same as the query's own `key:value`. */
  filters: z.partialRecord(FacetId, z.array(z.string().max(80)).max(40)).optional(),
  years: z.strictObject({ from: z.number().int().optional(), to: z.number().int().optional() }).optional(),
  /** Chips that the user took away, by their id, so that this step of understanding is left out. */
  without: z.array(z.string().max(200)).max(40).optional(),
  sort: z.enum(['relevance', 'year', 'place', 'recent']).optional(),
  /** Sets aside what a case says on its promoter's word alone: such passages neither find nor rank it. */
  independent: z.boolean().optional(),
  /** For the order `recent`: cases that were read, the last first. */
  recent: z.array(CaseId).max(100).optional(),
  language: Language.optional(),
  limit: z.number().int().min(1).max(500).optional(),
  offset: z.number().int().min(0).optional(),
});
export type SearchInput = z.infer<typeof SearchInput>;

/** Where a hit stands in a snippet's text, UTF-16 units, end exclusive. */
export const HitRange = z.tuple([z.number().int(), z.number().int()]);

export const Snippet = z.object({
  section: SectionId,
  language: Language,
  text: z.string(),
  ranges: z.array(HitRange),
  /** Same length as `ranges`: an own word, or a word that the glossary or typo repair added. */
  why: z.array(z.enum(['own', 'added'])),
  /** Who says what it holds: the kinds of the sources that its sentences cite. */
  told: z.array(SourceKind),
  /** Offset in the section's text at which `text` begins, so that the reader can open there. */
  start: z.number().int(),
});
export type Snippet = z.infer<typeof Snippet>;

export const SearchHit = z.object({
  id: CaseId,
  title: z.string(),
  titleRanges: z.array(HitRange),
  type: CaseType,
  tier: z.enum(['match', 'related']),
  score: z.number(),
  snippets: z.array(Snippet),
  /** The words of the query, or those added to it, that were found in this case. */
  matched: z.array(z.string()),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** One thing that the search understood; shown as a chip that can be taken away. */
export const Chip = z.object({
  id: z.string(),
  kind: z.enum([
    'word',
    'phrase',
    'exclude',
    'require',
    'prefix',
    'filter',
    'traditional',
    'pinyin',
    'typo',
    'glossary',
    'cut',
    'problem',
  ]),
  /** For a filter: its key. */
  key: z.string().optional(),
  /** What the chip says, in words. */
  text: z.string(),
  /** What was added or put in its place. */
  added: z.array(z.string()).optional(),
});
export type Chip = z.infer<typeof Chip>;

export const SearchOutput = z.object({
  query: z.string(),
  total: z.number().int(),
  related: z.number().int(),
  hits: z.array(SearchHit),
  understood: z.array(Chip),
  facets: z.partialRecord(FacetId, z.array(z.object({ value: z.string(), count: z.number().int() }))),
  /** With no match: which condition to drop and how many that gives; then the nearest terms. */
  relax: z.array(z.object({ chip: z.string(), total: z.number().int() })),
  nearest: z.array(z.string()),
});
export type SearchOutput = z.infer<typeof SearchOutput>;

/** How far the index of own cases is. */
export const IndexProgress = z.object({
  state: z.enum(['ready', 'indexing', 'stopped']),
  done: z.number().int(),
  total: z.number().int(),
});
export type IndexProgress = z.infer<typeof IndexProgress>;

const procedure = oc.errors(contractErrors);

export const search = {
  query: procedure.input(SearchInput).output(SearchOutput),
  /** Terms that complete what is being typed, best first. */
  suggest: procedure
    .input(z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(20).optional() }))
    .output(z.array(z.object({ text: z.string(), insert: z.string(), kind: z.string() }))),
  /** How far the index of own cases is; a change of `indexing` tells to ask again. */
  indexing: procedure.output(IndexProgress),
  /** Stops it: what was taken in is found, the rest is not. */
  stopIndexing: procedure.output(IndexProgress),
  /** Goes on from there, or makes the whole index anew beside the one that answers. */
  resumeIndexing: procedure.input(z.strictObject({ anew: z.boolean().optional() })).output(IndexProgress),
};
