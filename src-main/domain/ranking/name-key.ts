import { fold } from '../analyser/fold.ts';

/** A name without case, width, script variant, blanks and marks, to compare with what was typed. */
export function nameKey(name: string): string {
  return fold(name).text.replace(/[^\p{L}\p{N}+]/gu, '');
}
