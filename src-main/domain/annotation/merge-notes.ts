import type { ReadItem, ReadNotes } from './exchange-note.ts';

/**
 * The notes of several files as of one: a set union by id. Of one note in several wordings the latest stands,
 * the earlier ones before it; equal ones count once. The order of the files makes no difference.
 */
export function mergeNotes(files: readonly ReadNotes[]): ReadNotes {
  const byId = new Map<string, Map<string, ReadItem>>();
  const refused: ReadItem[] = [];
  for (const { items } of files) {
    for (const item of items) {
      if (!item.note) {
        refused.push(item);
        continue;
      }
      const wordings = byId.get(item.id) ?? new Map<string, ReadItem>();
      wordings.set(`${item.note.modifiedAt} ${wordsKey(item.note)}`, item);
      byId.set(item.id, wordings);
    }
  }
  const kept = [...byId.keys()].sort().flatMap((id) => {
    const wordings = [...(byId.get(id) ?? [])].sort(([a, one], [b, other]) => {
      const [first, second] = [one.note?.modifiedAt ?? '', other.note?.modifiedAt ?? ''];
      return first === second ? compare(a, b) : compare(second, first);
    });
    // The one that stands comes first, so that it is the note; those of the same moment follow it.
    return wordings.map(([, item]) => item);
  });
  const lost = refused.toSorted((a, b) => compare(a.id, b.id));
  return { format: 'jsonld', items: [...kept, ...lost].map((item, at) => ({ ...item, index: at + 1 })) };
}

/** What a note says and of what, as a text that equal notes have alike. */
export function wordsKey(note: Worded): string {
  const { kind, colour, body, tags, caseId, language, thing, thingId, exact, replyTo } = note;
  return JSON.stringify([
    kind,
    colour,
    body,
    [...tags].sort(),
    caseId,
    language,
    thing,
    thingId,
    exact,
    replyTo,
  ]);
}

interface Worded {
  readonly kind: string;
  readonly colour: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly caseId: string;
  readonly language: string;
  readonly thing: string;
  readonly thingId: string | null;
  readonly exact: string;
  readonly replyTo: string | null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
