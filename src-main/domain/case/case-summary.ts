import type { Case } from '#contract/case-tree.ts';
import type { CaseSummary } from '#contract/library.ts';
import { placeName } from './place-name.ts';

/** What a list needs to know of a case without opening it. */
export function toSummary({ id, origin, front, texts, evidence }: Case): CaseSummary {
  const { title, type, level, place, period, lifecycle, basedOn } = front;
  return {
    id,
    origin,
    ...(basedOn === undefined ? {} : { basedOn }),
    title,
    type,
    level,
    place: placeName(place),
    start: period.start,
    end: period.end ?? null,
    status: period.status,
    lifecycle: typeof lifecycle === 'string' ? [] : lifecycle.map((stage) => stage.id),
    // Asked by name, not by value: the texts of a user's own case are read only when they are needed.
    languages: (['zh', 'en'] as const).filter((language) => language in texts),
    sources: Object.values(evidence.sources).reduce((sum, count) => sum + count, 0),
  };
}
