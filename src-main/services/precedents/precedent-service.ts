import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import type {
  Precedent,
  PrecedentReason,
  Precedents,
  PrecedentsInput,
  Setback,
  Site,
} from '#contract/precedents.ts';
import type { SearchHit, SearchInput, SearchOutput } from '#contract/search.ts';
import { closenessOf, metTheSame, reasonsFor, type TextMatch } from '#domain/precedents/closeness.ts';
import { type Profile, profileOf } from '#domain/precedents/profile.ts';
import { findStop } from '#domain/precedents/setback.ts';
import type { Library } from '../library/library.ts';

interface Parts {
  readonly library: Pick<Library, 'all' | 'find' | 'onChange'>;
  readonly search: { query(input: SearchInput): Promise<SearchOutput> };
}

interface Placed {
  readonly profile: Profile;
  readonly reasons: readonly PrecedentReason[];
  readonly closeness: number;
  readonly hit: SearchHit | undefined;
}

const DEFAULT_LIMIT = 12;
/** Cases that the user's own words may find. */
const MOST_FOUND = 200;
/** Parts of the user's words that a reason names. */
const MOST_MARKED = 3;
/** Close cases whose text is read for something that stopped, before it is said that there is none. */
const MOST_READ = 200;

/** Precedents for a place: cases set beside it attribute by attribute. */
export function createPrecedentService({ library, search }: Parts) {
  let profiles: readonly Profile[] | undefined;
  library.onChange(() => {
    profiles = undefined;
  });

  return {
    async find({ site, language = 'zh', limit = DEFAULT_LIMIT }: PrecedentsInput): Promise<Precedents> {
      profiles ??= Array.from(library.all(), profileOf);
      const hits = await findByText(site, language);
      const placed = profiles
        .map((profile) => place(site, profile, hits))
        .filter(({ reasons }) => reasons.some(({ verdict }) => verdict === 'same' || verdict === 'part'))
        .sort(
          (a, b) =>
            b.closeness - a.closeness ||
            compare(b.profile.reviewed, a.profile.reviewed) ||
            compare(a.profile.id, b.profile.id),
        );
      return {
        total: placed.length,
        precedents: placed.slice(0, limit).map((one) => toPrecedent(one, language)),
        setback: findSetback(placed, language),
      };
    },
  };

  async function findByText(
    site: Site,
    language: Language,
  ): Promise<ReadonlyMap<string, [number, SearchHit]>> {
    const text = (site.text ?? '').trim();
    if (text === '') return new Map();
    const { hits } = await search.query({ query: text, language, limit: MOST_FOUND });
    return new Map(hits.map((hit, rank) => [hit.id, [rank, hit]]));
  }

  function place(site: Site, profile: Profile, hits: ReadonlyMap<string, [number, SearchHit]>): Placed {
    const [rank, hit] = hits.get(profile.id) ?? [];
    const text: TextMatch | undefined =
      hit === undefined || rank === undefined
        ? undefined
        : {
            words: hit.matched.length > 0 ? hit.matched : markedWords(hit),
            rank,
            isMatch: hit.tier === 'match' && hit.matched.length > 0,
          };
    const reasons = reasonsFor(site, profile, text);
    return { profile, reasons, closeness: closenessOf(reasons, text, hits.size), hit };
  }

  /** The closest that stopped or failed as a whole, else the closest in which something did. */
  function findSetback(placed: readonly Placed[], language: Language): Setback | null {
    const like = placed.filter(({ reasons }) => metTheSame(reasons));
    const whole = like.find(({ profile }) => isOver(profile.status));
    if (whole) {
      const value = library.find(whole.profile.id);
      return {
        precedent: toPrecedent(whole, language),
        how: whole.profile.status === 'failed' ? 'failed' : 'stopped',
        passage: (value && passageOf(value, language)) ?? null,
      };
    }
    for (const one of like.slice(0, MOST_READ)) {
      const value = library.find(one.profile.id);
      const passage = value && passageOf(value, language);
      if (passage) return { precedent: toPrecedent(one, language), how: 'in-part', passage };
    }
    return null;
  }
}
export type PrecedentService = ReturnType<typeof createPrecedentService>;

/** Where no word of the query stands whole: the parts of it that do. */
function markedWords({ snippets }: SearchHit): string[] {
  const marked = snippets.flatMap(({ text, ranges }) =>
    ranges.map(([start, end]) => text.slice(start, end).toLowerCase()),
  );
  return [...new Set(marked)].slice(0, MOST_MARKED);
}

function isOver(status: string): boolean {
  return status === 'stopped' || status === 'failed';
}

function toPrecedent({ profile, reasons, hit }: Placed, language: Language): Precedent {
  return {
    id: profile.id,
    title: profile.title[language],
    type: profile.type,
    reasons: [...reasons],
    snippet: hit?.snippets[0] ?? null,
  };
}

function passageOf(value: Case, language: Language): Setback['passage'] {
  for (const one of language === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)) {
    const text = value.texts[one];
    const found = text && findStop(text.sections, one);
    if (found) {
      const { section, start, end, refs } = found;
      return {
        section: section.id,
        language: one,
        text: section.text.slice(start, end),
        start,
        end,
        refs: [...refs],
      };
    }
  }
  return null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
