import type { Readings } from '#domain/query/understand/readings.ts';
import type { Understood } from '#domain/query/understand/understood.ts';
import type { DocumentHead, SearchDocument } from '#domain/ranking/document.ts';
import type { Lexicon } from '#domain/ranking/lexicon.ts';
import type { Candidate } from '#domain/ranking/rank.ts';

/** What one index offers for a query. */
export interface Offer {
  /** To be ranked among those of every index. */
  readonly candidates: readonly Candidate[];
  /** Documents with all own words of the query beyond those to be ranked, in the order of their index. */
  readonly rest: readonly DocumentHead[];
}

/** Documents behind one index. Several of them are ranked as one; see `search-engine.ts`. */
export interface SearchSource {
  /** All documents, without words. */
  heads(): readonly DocumentHead[];
  /** Number of terms of each field over all documents, in the order of `fieldNames`. */
  readonly lengthSums: readonly number[];
  readonly lexicon: Lexicon;
  /**
   * Documents for the terms of a query, those left out that its conditions forbid; filters are not looked
   * at, but of a large index those that pass them are offered besides the best of all.
   */
  offer(understood: Understood, passes?: (document: DocumentHead) => boolean): Offer;
  /** Documents in which folded runs stand as they are and which the query's conditions allow. */
  findLiteral(runs: readonly string[], understood: Understood): readonly DocumentHead[];
  /** The whole of one of its documents; undefined for a document that is none of its own. */
  find(head: DocumentHead): SearchDocument | undefined;
  /** In how many documents a folded run stands; a large index says 1 for any number. */
  countDocuments(run: string): number;
  /** Runs of the documents that are read as syllables, those in most documents first. */
  findByReading(syllables: readonly string[], readings: Readings, limit: number): string[];
}
