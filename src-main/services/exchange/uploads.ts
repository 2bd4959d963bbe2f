import { OkmError } from '#contract/errors.ts';
import { MAX_CHARACTERS } from './read-file.ts';

const lifetimeMs = 10 * 60_000;
const MOST = 2;

/** Files that arrive in pieces, since one message may hold so much only. */
export function createUploads(now: () => Date) {
  const open = new Map<string, { parts: string[]; characters: number; until: number }>();
  return {
    /** @throws OkmError INPUT_INVALID for a piece out of its turn, INPUT_TOO_LARGE */
    add({ upload, part, text }: { upload: string; part: number; text: string }): { characters: number } {
      const at = now().getTime();
      for (const [id, { until }] of open) if (until <= at) open.delete(id);
      const found = open.get(upload) ?? { parts: [], characters: 0, until: 0 };
      if (part !== found.parts.length) throw new OkmError('INPUT_INVALID', { path: 'part', issue: 'order' });
      const characters = found.characters + text.length;
      if (characters > MAX_CHARACTERS) {
        open.delete(upload);
        throw new OkmError('INPUT_TOO_LARGE', { limitBytes: MAX_CHARACTERS });
      }
      open.set(upload, { parts: [...found.parts, text], characters, until: at + lifetimeMs });
      for (const id of [...open.keys()].slice(0, -MOST)) open.delete(id);
      return { characters };
    },
    /** The whole text, once. @throws OkmError TICKET_EXPIRED */
    take(upload: string): string {
      const found = open.get(upload);
      open.delete(upload);
      if (!found) throw new OkmError('TICKET_EXPIRED', {});
      return found.parts.join('');
    },
  };
}
