import type { ImportReason } from '#contract/exchange.ts';
import type { Reason } from './exchange-note.ts';
import { MAX_TAG, tidyTag } from './tag-path.ts';

/** Longest body, quote and name that are taken, UTF-16 units. */
export const MAX_BODY = 20_000;
export const MAX_QUOTE = 20_000;
export const MAX_TAGS = 50;

// C0 but tab and line feed, C1, and the marks that turn the direction of reading.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const halfPairs = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Gathers why an item was refused or what was cleaned in it. */
export interface Cleaner {
  readonly reasons: Reason[];
  say(reason: ImportReason, detail?: string): void;
  /** A text of a foreign file without broken pairs and controls, NFC, cut at a length. */
  text(value: unknown, most: number): string;
  /** The words of a note: HTML in them is said, and shown as text wherever they are drawn. */
  body(value: unknown): string;
  tags(values: readonly unknown[]): string[];
  /** A moment as ISO 8601 UTC, or null. */
  date(value: unknown): string | null;
}

export function createCleaner(): Cleaner {
  const reasons: Reason[] = [];
  const say: Cleaner['say'] = (reason, detail = '') => {
    if (!reasons.some((one) => one.reason === reason && one.detail === detail))
      reasons.push({ reason, detail });
  };
  const text: Cleaner['text'] = (value, most) => {
    if (typeof value !== 'string') return '';
    let words = value.slice(0, 4 * most);
    if (halfPairs.test(words)) say('surrogate-broken');
    words = words.replace(halfPairs, '').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    if (controls.test(words)) say('control-characters');
    halfPairs.lastIndex = 0;
    controls.lastIndex = 0;
    words = words.replace(controls, '').normalize('NFC');
    if (words.length <= most && value.length <= 4 * most) return words;
    say('too-long', `${value.length}`);
    return [...words.slice(0, most)].join('').replace(/[\ud800-\udbff]$/, '');
  };
  return {
    reasons,
    say,
    text,
    body(value) {
      const words = text(value, MAX_BODY);
      if (/<[a-z!/][^>]*>/i.test(words)) say('html-as-text');
      return words;
    },
    tags(values) {
      const found = new Set<string>();
      for (const value of values) {
        if (typeof value !== 'string' || value.trim() === '') continue;
        const tag = value.length > 4 * MAX_TAG ? undefined : tidyTag(text(value, 4 * MAX_TAG));
        if (tag === undefined) say('tag-too-long', `${[...value.slice(0, 20)].join('')}… (${value.length})`);
        else if (found.size < MAX_TAGS) found.add(tag);
        else say('too-many-tags', `${values.length}`);
      }
      return [...found];
    },
    date(value) {
      if (value === undefined) return null;
      const ms =
        typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : Number.NaN;
      // The clock of another machine may be wrong, but not by centuries.
      if (!(ms > Date.UTC(1990, 0) && ms < Date.UTC(2100, 0))) {
        say('date-invalid', String(value).slice(0, 40));
        return null;
      }
      return new Date(ms).toISOString();
    },
  };
}
