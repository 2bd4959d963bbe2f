import { randomUUID } from 'node:crypto';
import type { Case } from '#contract/case-tree.ts';
import type { ImportPlan } from '#contract/exchange.ts';
import type { PackItem, PackPlan } from '#contract/packs.ts';
import { type PackContents, type PackedCase, sha256 } from './pack-contents.ts';
import type { ReadPack } from './read-casepack.ts';

/** What is here already, to hold a pack against. */
export interface HereNow {
  readonly findCase: (id: string) => Case | undefined;
  /** Hashes of a case's files as they lie here, by their endings. */
  readonly caseHashes: (value: Case) => Promise<ReadonlyMap<string, string>>;
  /** Of packets, comparisons and collections: what is stored under an id, as JSON; undefined where nothing is. */
  readonly stored: (role: 'packet' | 'comparison' | 'collection', id: string) => Promise<string | undefined>;
}

/** A pack with what becomes of each of its things. */
export interface PlannedPack {
  readonly contents: PackContents;
  readonly title: string;
  readonly items: readonly PackItem[];
  /** Cases to write, each under the id that it gets here. */
  readonly cases: readonly { readonly packed: PackedCase; readonly id: string }[];
  readonly notesPlan: string | null;
}

/**
 * Says what a pack would bring. Nothing that is here is ever replaced: what differs is kept beside it, a bundled
 * case as an own edition.
 */
export async function planPack(
  pack: ReadPack,
  contents: PackContents,
  here: HereNow,
  notes: ImportPlan | null,
): Promise<{ planned: PlannedPack; summary: Omit<PackPlan, 'plan'> }> {
  const items: PackItem[] = [];
  const cases: { packed: PackedCase; id: string }[] = [];
  for (const packed of contents.cases) {
    const { value } = packed;
    const found = here.findCase(value.id);
    const item = { role: 'case' as const, id: value.id, title: value.front.title[value.front.language] };
    if (!found) {
      cases.push({ packed, id: value.id });
      items.push({ ...item, outcome: 'new', as: null });
    } else if (await isSameCase(packed, await here.caseHashes(found))) {
      items.push({ ...item, outcome: 'same', as: null });
    } else {
      const id = freeId(value.id, (one) => here.findCase(one) !== undefined);
      cases.push({ packed, id });
      items.push({ ...item, outcome: 'differs', as: id });
    }
  }
  for (const { id, content } of contents.packets) {
    items.push(await storedItem('packet', id, content.title, { id, content }, here));
  }
  for (const one of contents.comparisons)
    items.push(await storedItem('comparison', one.id, one.title, one, here));
  for (const one of contents.collections)
    items.push(await storedItem('collection', one.id, one.name, one, here));
  for (const { role, path, id } of contents.others) {
    items.push({ role, id: id ?? path, title: path, outcome: 'refused', as: null });
  }
  const brought = new Set<string>(contents.cases.map(({ value }) => value.id));
  const missing = pack.manifest.requires.flatMap((one) => {
    const found = here.findCase(one.case);
    if (brought.has(one.case) || found?.revision === one.revision) return [];
    return [{ id: one.case as string, isOther: found !== undefined }];
  });
  const { title, edition, created } = pack.manifest;
  return {
    planned: { contents, title, items, cases, notesPlan: notes?.plan ?? null },
    summary: {
      title,
      edition,
      created,
      items,
      missing,
      notes: {
        new: notes?.counts.new ?? 0,
        same: notes?.counts.same ?? 0,
        differs: notes?.counts.differs ?? 0,
        refused: notes?.counts.refused ?? 0,
        orphan: notes?.places.orphan ?? 0,
        people: notes?.people.length ?? 0,
      },
    },
  };
}

async function storedItem(
  role: 'packet' | 'comparison' | 'collection',
  id: string,
  title: string,
  value: unknown,
  here: HereNow,
): Promise<PackItem> {
  const found = await here.stored(role, id);
  if (found === undefined) return { role, id, title, outcome: 'new', as: null };
  if (found === JSON.stringify(value)) return { role, id, title, outcome: 'same', as: null };
  return { role, id, title, outcome: 'differs', as: uuidOf(`${id}\n${JSON.stringify(value)}`) };
}

async function isSameCase({ files }: PackedCase, hashes: ReadonlyMap<string, string>): Promise<boolean> {
  return files.length === hashes.size && files.every(({ ending, hash }) => hashes.get(ending) === hash);
}

/** An id that nobody has: `x-2`, `x-3` … */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  for (let at = 2; at < 1000; at++) {
    const tail = `-${at}`;
    const one = `${id.slice(0, 64 - tail.length).replace(/-+$/, '')}${tail}`;
    if (!isTaken(one)) return one;
  }
  return `${id.slice(0, 50).replace(/-+$/, '')}-${randomUUID().slice(0, 8)}`;
}

/** A UUID made of a digest (RFC 9562, version 8): the same thing taken in again is known again. */
function uuidOf(text: string): string {
  const hex = sha256(text);
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
