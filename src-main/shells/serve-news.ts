import type { OkmError } from '#contract/errors.ts';
import type { Language } from '#contract/ids.ts';

/** What happens while the web shell serves; whoever started it puts it into words. */
export type ServeNews =
  | { readonly kind: 'address'; readonly url: string; readonly opened: boolean; readonly wanted: boolean }
  | { readonly kind: 'runs-already' }
  | { readonly kind: 'read-only'; readonly reason: OkmError }
  | { readonly kind: 'port-taken'; readonly port: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unused' }
  | { readonly kind: 'besieged' }
  | { readonly kind: 'fault'; readonly reason: OkmError };

export interface ServeOptions {
  readonly dataDir: string;
  readonly systemLanguage: Language;
  /** Whether a browser is to be opened. */
  readonly open: boolean;
  /** Any free one when left out. */
  readonly port: number | undefined;
  readonly announce: (news: ServeNews) => void;
}
