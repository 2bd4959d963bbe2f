import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from '#contract/case-tree.ts';
import type { PackRole } from '#contract/casepack.ts';
import type { CollectionItem } from '#contract/collections.ts';
import { OkmError } from '#contract/errors.ts';
import type { Packet } from '#contract/packets.ts';
import { toStudentContent } from '#domain/packet/student-content.ts';
import type { PackEntry, PackHead } from './write-casepack.ts';

/** What may be packed, by id. */
export interface PackSources {
  readonly findCase: (id: string) => Case | undefined;
  readonly findPacket: (id: string) => Promise<Packet | undefined>;
  readonly findComparison: (
    id: string,
  ) => Promise<{ readonly id: string; readonly caseIds: readonly string[] } | undefined>;
  readonly findCollection: (id: string) => Promise<
    | {
        readonly id: string;
        readonly name: string;
        readonly saved: unknown;
        readonly items: readonly CollectionItem[];
      }
    | undefined
  >;
  readonly casesDir: string;
  readonly ownDir: string;
}

export interface Gathered {
  readonly entries: readonly PackEntry[];
  readonly requires: PackHead['requires'];
  /** The name of the first thing packed. */
  readonly title: string;
}

/**
 * The files of what is named. A case that is asked for goes in itself; cases that a packet, comparison or
 * collection speaks of go in when they are the user's own, and are named when every copy of the program has them.
 *
 * @throws OkmError CASE_NOT_FOUND for an id that nothing has
 */
export async function gatherEntries(
  ids: readonly string[],
  edition: PackHead['edition'],
  sources: PackSources,
): Promise<Gathered> {
  const entries: PackEntry[] = [];
  const asked = new Map<string, Case>();
  const spoken = new Set<string>();
  const cut = new Set<string>();
  const titles: string[] = [];
  const json = (folder: string, role: PackRole, id: string, value: unknown) =>
    entries.push({
      path: `data/${folder}/${id}.json`,
      role,
      id,
      content: utf8(`${JSON.stringify(value, null, 1)}\n`),
    });

  for (const id of new Set(ids)) {
    const value = sources.findCase(id);
    if (value) {
      asked.set(id, value);
      titles.push(value.front.title.zh);
      continue;
    }
    const packet = await sources.findPacket(id);
    if (packet) {
      const content = edition === 'student' ? toStudentContent(packet.content) : packet.content;
      json('packets', 'packet', id, { id, content });
      for (const { readings } of content.sessions) {
        for (const { caseId, ending } of readings) {
          spoken.add(caseId);
          // The whole text of an own case would give its ending away.
          if (edition === 'student' && ending !== null) cut.add(caseId);
        }
      }
      titles.push(content.title);
      continue;
    }
    const comparison = await sources.findComparison(id);
    if (comparison) {
      json('comparisons', 'comparison', id, comparison);
      for (const caseId of comparison.caseIds) spoken.add(caseId);
      continue;
    }
    const collection = await sources.findCollection(id);
    if (!collection) throw new OkmError('CASE_NOT_FOUND', { id: id.slice(0, 80), nearest: [] });
    json('collections', 'collection', id, collection);
    titles.push(collection.name);
    for (const item of collection.items) if (item.kind === 'case') spoken.add(item.id);
  }
  const requires: PackHead['requires'][number][] = [];
  for (const id of [...spoken].sort()) {
    const value = sources.findCase(id);
    if (!value || asked.has(id)) continue;
    if (value.origin === 'own' && !cut.has(id)) asked.set(id, value);
    else requires.push({ case: value.id, revision: value.revision });
  }
  for (const value of asked.values()) entries.push(...(await caseEntries(value, sources)));
  return { entries, requires, title: titles[0] ?? '' };
}

async function caseEntries(value: Case, { casesDir, ownDir }: PackSources): Promise<PackEntry[]> {
  const { type, language } = value.front;
  const base = `${type}/${value.id}`;
  const folder = value.origin === 'own' ? ownDir : casesDir;
  const other = language === 'zh' ? ['.en.md'] : ['.zh.md', '.en.md'];
  const entries: PackEntry[] = [];
  for (const ending of ['.md', ...other]) {
    const content = await readFile(join(folder, `${base}${ending}`)).catch((error: NodeJS.ErrnoException) => {
      if (ending !== '.md' && error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!content) continue;
    const role = ending === '.md' ? 'case' : 'translation';
    entries.push({
      path: `data/cases/${base}${ending}`,
      role,
      id: value.id,
      revision: value.revision,
      content,
    });
  }
  return entries;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
