import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from '#contract/case-tree.ts';
import { CollectionId } from '#contract/collections.ts';
import { OkmError } from '#contract/errors.ts';
import type { Delivery } from '#contract/exports.ts';
import { ComparisonId, type Language } from '#contract/ids.ts';
import type { ComparisonFile } from '#contract/pack-files.ts';
import { Packet } from '#contract/packets.ts';
import type { PackPlan, PackTaken } from '#contract/packs.ts';
import type { Changes } from '../changes.ts';
import type { CollectionService } from '../collections/collection-service.ts';
import type { ComparisonService } from '../comparisons/comparison-service.ts';
import type { ExchangeService } from '../exchange/exchange-service.ts';
import type { Deliveries } from '../exports/deliveries.ts';
import { safeFileName } from '../exports/file-name.ts';
import { writeFile } from '../files/write-file.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import { gatherEntries, type PackSources } from './gather-entries.ts';
import { type PackedCase, readContents } from './pack-contents.ts';
import { createPackUploads } from './pack-uploads.ts';
import { type HereNow, type PlannedPack, planPack } from './plan-pack.ts';
import { openCasepack, type VerifyOptions } from './read-casepack.ts';
import { CASEPACK_MEDIA_TYPE, writeCasepack } from './write-casepack.ts';

interface Parts {
  readonly version: string;
  readonly store: Store;
  readonly library: Library;
  readonly changes: Changes;
  readonly comparisons: ComparisonService;
  readonly collections: CollectionService;
  readonly exchange: ExchangeService;
  readonly deliveries: Deliveries;
  readonly casesDir: string;
  /** Folder of the user's own cases. */
  readonly ownDir: string;
  /** Looks through the own cases once files have come. */
  readonly refreshOwn: () => Promise<void>;
  readonly onPeople: () => void;
  readonly now: () => Date;
  readonly newId?: () => string;
}

interface Wanted {
  readonly ids: readonly string[];
  readonly notes?: boolean | undefined;
  readonly edition?: 'student' | 'trainer' | 'personal' | undefined;
  readonly title?: string | undefined;
  readonly language: Language;
}

const MOST_PLANS = 4;
const endings = ['.md', '.en.md', '.zh.md'];

/** Packs: what the user made and the cases it speaks of, out as one file and into another copy of the program. */
export function createPackService(parts: Parts) {
  const {
    store,
    library,
    changes,
    comparisons,
    collections,
    exchange,
    deliveries,
    now,
    newId = randomUUID,
  } = parts;
  const uploads = createPackUploads(now);
  const plans = new Map<string, PlannedPack>();

  async function findComparison(id: string): Promise<ComparisonFile | undefined> {
    const parsed = ComparisonId.safeParse(id);
    if (!parsed.success || !(await store.call('getComparison', { id }))) return undefined;
    return (await comparisons.get({ id: parsed.data })).comparison;
  }

  async function findCollection(id: string) {
    const found = (await collections.list()).find((one) => one.id === id);
    if (!found) return undefined;
    const items = found.saved === null ? await collections.items({ id: CollectionId.parse(id) }) : [];
    return { id: found.id, name: found.name, saved: found.saved, items };
  }

  async function findPacket(id: string): Promise<Packet | undefined> {
    const row = await store.call('getPacket', { id });
    return row && Packet.parse(row);
  }

  const sources: PackSources = {
    findCase: library.find,
    findPacket,
    findComparison,
    findCollection,
    casesDir: parts.casesDir,
    ownDir: parts.ownDir,
  };

  const here: HereNow = {
    findCase: library.find,
    caseHashes,
    async stored(role, id) {
      const found =
        role === 'packet'
          ? await findPacket(id)
          : role === 'comparison'
            ? await findComparison(id)
            : await findCollection(id);
      if (!found) return undefined;
      return JSON.stringify('revision' in found ? { id: found.id, content: found.content } : found);
    },
  };

  async function caseHashes(value: Case): Promise<ReadonlyMap<string, string>> {
    const folder = value.origin === 'own' ? parts.ownDir : parts.casesDir;
    const found = new Map<string, string>();
    for (const ending of endings) {
      const bytes = await readFile(join(folder, `${value.front.type}/${value.id}${ending}`)).catch(
        () => undefined,
      );
      if (bytes) found.set(ending, createHash('sha256').update(bytes).digest('hex'));
    }
    return found;
  }

  /** The bytes of a pack. Equal things packed at the same time give equal bytes. @throws OkmError CASE_NOT_FOUND */
  async function pack(wanted: Wanted): Promise<{ bytes: Uint8Array; fileName: string; files: number }> {
    const { ids, notes = false, edition = 'personal', language } = wanted;
    const gathered = await gatherEntries(ids, edition, sources);
    const entries = [...gathered.entries];
    if (notes) {
      const file = await exchange.toFile({ format: 'jsonld', language });
      const owner = await store.call('findOwner', undefined);
      const name = (owner ?? 'me').replace(/^urn:uuid:/, '').replace(/[^A-Za-z0-9-]/g, '');
      entries.push({ path: `data/annotations/${name}.jsonld`, role: 'annotations', content: file.bytes });
    }
    if (entries.length === 0) throw new OkmError('INPUT_INVALID', { path: 'ids', issue: 'too_small' });
    const title =
      wanted.title?.trim() || gathered.title || (language === 'zh' ? '一公里资料包' : 'One Kilometre pack');
    const bytes = writeCasepack(entries, {
      title,
      language,
      edition,
      createdBy: { app: 'One Kilometre', version: parts.version },
      created: now().toISOString(),
      licence: 'CC-BY-4.0',
      requires: [...gathered.requires],
    });
    return { bytes, fileName: safeFileName(title, 'casepack'), files: entries.length };
  }

  /** Reads a pack whole and says what it would bring. @throws OkmError PACK_*, FILE_REFUSED */
  async function planFile(file: string, options: VerifyOptions = {}): Promise<PackPlan> {
    const opened = await openCasepack(file);
    try {
      const contents = await readContents(opened, options);
      const notes = contents.annotations.length > 0 ? await exchange.planTexts(contents.annotations) : null;
      const { planned, summary } = await planPack(opened, contents, here, notes);
      const id = newId();
      plans.set(id, planned);
      for (const old of [...plans.keys()].slice(0, -MOST_PLANS)) plans.delete(old);
      return { ...summary, plan: id };
    } finally {
      await opened.close();
    }
  }

  async function writeCase({ packed, id }: PlannedPack['cases'][number]): Promise<void> {
    const { type } = packed.value.front;
    await mkdir(join(parts.ownDir, type), { recursive: true });
    for (const { ending, text } of packed.files) {
      await writeFile(join(parts.ownDir, type, `${id}${ending}`), renamed(text, packed, id, ending));
    }
  }

  async function takeComparison(value: ComparisonFile, id: string): Promise<void> {
    const { caseIds, language, title, rows, cells, findings } = value;
    await comparisons.create({ id, caseIds: caseIds.filter((one) => library.find(one)), title, language });
    await comparisons.update({ id, rows });
    for (const { caseId, row, summary } of cells) {
      if (summary !== null && library.find(caseId)) await comparisons.editCell({ id, caseId, row, summary });
    }
    for (const row of rows) {
      const finding = findings[row];
      if (finding !== undefined) await comparisons.editFinding({ id, row, finding });
    }
  }

  /** @throws OkmError TICKET_EXPIRED where the plan is no longer known */
  async function carryOut({ plan }: { plan: string }): Promise<PackTaken> {
    const planned = plans.get(plan);
    if (!planned) throw new OkmError('TICKET_EXPIRED', {});
    if (store.readOnly) throw store.readOnly;
    plans.delete(plan);
    const { contents, items, cases, notesPlan, title } = planned;
    const newAs = (role: string, id: string): string | undefined => {
      const item = items.find((one) => one.role === role && one.id === id);
      return item?.outcome === 'new' ? id : item?.outcome === 'differs' ? (item.as ?? undefined) : undefined;
    };
    for (const one of cases) await writeCase(one);
    if (cases.length > 0) await parts.refreshOwn();
    const packets = contents.packets.flatMap(({ id, content }) => {
      const as = newAs('packet', id);
      return as === undefined ? [] : [{ id: as, content }];
    });
    const taken = contents.collections.flatMap((one) => {
      const as = newAs('collection', one.id);
      return as === undefined ? [] : [{ ...one, id: as }];
    });
    const notes = notesPlan === null ? null : exchange.takePlan(notesPlan);
    const result = await store.call('takeInPack', {
      packets,
      collections: taken,
      notes: notes && {
        people: notes.people,
        added: notes.added,
        changed: notes.changed,
        older: notes.older,
      },
      name: title,
      at: now().toISOString(),
    });
    let compared = 0;
    for (const one of contents.comparisons) {
      const as = newAs('comparison', one.id);
      if (as === undefined || one.caseIds.filter((id) => library.find(id)).length < 2) continue;
      await takeComparison(one, as);
      compared++;
    }
    if (notes) parts.onPeople();
    changes.emit('packets');
    changes.emit('annotations');
    return {
      cases: cases.length,
      packets: packets.length,
      comparisons: compared,
      collections: taken.length,
      notes: result.notes,
    };
  }

  return {
    pack,
    planFile,
    carryOut,
    upload: uploads.add,

    async plan({ upload }: { upload: string }): Promise<PackPlan> {
      try {
        return await planFile(uploads.fileOf(upload));
      } finally {
        await uploads.drop(upload);
      }
    },

    async export(wanted: Wanted): Promise<Delivery> {
      const { bytes, fileName } = await pack(wanted);
      const ticket = deliveries.put({ fileName, mediaType: CASEPACK_MEDIA_TYPE, bytes });
      return { ticket, fileName, sizeBytes: bytes.length, citations: 0, unsupported: 0, missing: [] };
    },

    close: uploads.close,
  };
}
export type PackService = ReturnType<typeof createPackService>;

/** A case's text under the id that it gets here; it says which case it is an edition of. */
function renamed(text: string, { value }: PackedCase, id: string, ending: string): string {
  if (id === value.id) return text;
  const own = text.replace(/^id:.*$/m, `id: ${id}`);
  const isMain = ending === '.md';
  return isMain && !/^basedOn:/m.test(own.slice(0, own.indexOf('\n---', 4)))
    ? own.replace(/^(id: .*)$/m, `$1\nbasedOn: ${value.id}`)
    : own;
}
