import type { PrecedentReason, Site, SiteAttribute } from '#contract/precedents.ts';
import { idsOf } from '#contract/vocabulary.ts';
import type { Profile } from './profile.ts';

/** Where the user's own words stand in a case. */
export interface TextMatch {
  /** The words that were found. */
  readonly words: readonly string[];
  /** Place among the cases found, from 0. */
  readonly rank: number;
  readonly isMatch: boolean;
}

/**
 * What each thing said of a place weighs. Level and space say most about whether a practice can be carried
 * over; the period says least. Only the order comes of it: no number is shown.
 */
const weights: Readonly<Record<SiteAttribute, number>> = {
  level: 3,
  space: 3,
  text: 3,
  challenge: 2,
  lead: 2,
  funding: 2,
  type: 2,
  years: 1,
};
/** A case that says nothing of a thing may be the same in it: it is placed between those that are and are not. */
const worth: Readonly<Record<PrecedentReason['verdict'], number>> = {
  same: 1,
  part: 0.5,
  'not-stated': 0.15,
  differs: 0,
};
/** How much of a text's worth is lost from the first case found to the last. */
const RANK_SHARE = 0.5;

/** How a case stands to each thing that was said of a place, in the order in which the form asks. */
export function reasonsFor(site: Site, profile: Profile, text: TextMatch | undefined): PrecedentReason[] {
  const reasons: PrecedentReason[] = [];
  const add = (attribute: SiteAttribute, verdict: PrecedentReason['verdict'], found: readonly string[]) =>
    reasons.push({ attribute, verdict, found: [...found] });
  const addList = (
    attribute: SiteAttribute,
    wanted: readonly string[] | undefined,
    found: readonly string[],
  ) => {
    if (wanted === undefined || wanted.length === 0) return;
    const shared = wanted.filter((one) => found.includes(one)).length;
    if (found.length === 0) add(attribute, 'not-stated', []);
    else add(attribute, shared === wanted.length ? 'same' : shared > 0 ? 'part' : 'differs', found);
  };
  if (site.level !== undefined) {
    const steps = idsOf('level');
    const apart = Math.abs(steps.indexOf(site.level) - steps.indexOf(profile.level));
    add('level', apart === 0 ? 'same' : apart === 1 ? 'part' : 'differs', [profile.level]);
  }
  addList('space', site.space, profile.space);
  addList('challenge', site.challenge, profile.challenge);
  addList('lead', site.lead, profile.lead);
  addList('funding', site.funding, profile.funding);
  if (site.years && (site.years.from !== undefined || site.years.to !== undefined)) {
    const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = site.years;
    if (profile.year === undefined) add('years', 'not-stated', []);
    else
      add('years', profile.year >= from && profile.year <= to ? 'same' : 'differs', [String(profile.year)]);
  }
  if (site.type !== undefined) add('type', site.type === profile.type ? 'same' : 'differs', [profile.type]);
  if ((site.text ?? '').trim() !== '') {
    if (text === undefined) add('text', 'differs', []);
    else add('text', text.isMatch ? 'same' : 'part', text.words);
  }
  return reasons;
}

/** How close a case is to a place by its reasons, between 0 and 1; for ordering alone. */
export function closenessOf(
  reasons: readonly PrecedentReason[],
  text: TextMatch | undefined,
  foundByText: number,
): number {
  let sum = 0;
  let most = 0;
  for (const { attribute, verdict } of reasons) {
    const share =
      attribute === 'text' && text !== undefined
        ? 1 - (RANK_SHARE * text.rank) / Math.max(1, foundByText)
        : 1;
    sum += weights[attribute] * worth[verdict] * share;
    most += weights[attribute];
  }
  return most === 0 ? 0 : sum / most;
}

/** Whether a case met the same situation: more of what was said is the same, at least in part, than differs. */
export function metTheSame(reasons: readonly PrecedentReason[]): boolean {
  const alike = reasons.filter(({ verdict }) => verdict === 'same' || verdict === 'part').length;
  return alike > 0 && 2 * alike >= reasons.length;
}
