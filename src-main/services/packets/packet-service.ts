import { randomUUID } from 'node:crypto';
import type { Case } from '#contract/case-tree.ts';
import { OkmError } from '#contract/errors.ts';
import type { Delivery } from '#contract/exports.ts';
import type { Glossary } from '#contract/glossary.ts';
import type { Language } from '#contract/ids.ts';
import type { PacketDocument, PacketEdition } from '#contract/packet-document.ts';
import {
  type OpenPacket,
  Packet,
  type PacketCase,
  type PacketContent,
  PacketContent as PacketContentSchema,
  type PacketFormat,
  type PacketSummary,
  type PacketTemplate,
  PacketVersion,
} from '#contract/packets.ts';
import { placeName } from '#domain/case/place-name.ts';
import { casesOf, makePacketDocument } from '#domain/packet/make-document.ts';
import { measurePacket, readingLength } from '#domain/packet/measure.ts';
import { remarksOn } from '#domain/packet/remarks.ts';
import { samplePacket } from '#domain/packet/sample.ts';
import { packetFromTemplate } from '#domain/packet/templates.ts';
import { questionsOf, textOf } from '#domain/packet/text-of.ts';
import type { Changes } from '../changes.ts';
import type { Deliveries } from '../exports/deliveries.ts';
import type { Press } from '../exports/pdf/press.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/store.ts';
import type { PacketRow, VersionRow } from './packets.sql.ts';
import { renderPacket } from './render-packet.ts';

interface Parts {
  readonly store: Store;
  readonly library: Library;
  readonly glossary: Glossary;
  readonly changes: Changes;
  readonly deliveries: Deliveries;
  readonly press: Press;
  readonly now: () => Date;
  readonly newId?: () => string;
}

/** Course packets: what a trainer puts together, in two editions, with versions and undo. */
export function createPacketService(parts: Parts) {
  const { store, library, glossary, changes, deliveries, press, now, newId = randomUUID } = parts;
  const find = library.find;
  const at = () => now().toISOString();

  async function stored(id: string): Promise<Packet> {
    const row = await store.call('getPacket', { id });
    if (!row) throw new OkmError('PACKET_NOT_FOUND', { id });
    return Packet.parse(row);
  }

  function open(row: PacketRow | undefined, id: string): OpenPacket {
    if (!row) throw new OkmError('PACKET_NOT_FOUND', { id });
    const packet = Packet.parse(row);
    const { content } = packet;
    const sums = measurePacket(content, find);
    return {
      packet,
      cases: casesOf(content, find).map((value) => toPacketCase(value, content.language)),
      sums,
      remarks: remarksOn(content, sums, find),
    };
  }

  function changed(row: PacketRow | undefined, id: string): OpenPacket {
    const opened = open(row, id);
    changes.emit('packets');
    return opened;
  }

  const create = (id: string, content: PacketContent) =>
    store.call('createPacket', { id, content, at: at() });

  /** One edition of a packet, laid out for writing. @throws OkmError PACKET_NOT_FOUND */
  async function document(input: {
    id: string;
    edition: PacketEdition;
    sessionId?: string | undefined;
  }): Promise<PacketDocument> {
    const { content } = await stored(input.id);
    const { edition, sessionId } = input;
    return makePacketDocument({ content, find, glossary, edition, sessionId, date: at() });
  }

  return {
    stored,
    document,

    async list(): Promise<PacketSummary[]> {
      const rows = await store.call('listPackets', undefined);
      return rows.map((row) => toSummary(Packet.parse(row)));
    },

    /** @throws OkmError CASE_NOT_FOUND */
    async create(input: {
      id: string;
      template: PacketTemplate;
      language: Language;
      title?: string | undefined;
      caseIds?: readonly string[] | undefined;
    }): Promise<OpenPacket> {
      const { id, template, language, title, caseIds = [] } = input;
      const cases = [...new Set(caseIds)].map((one) => library.get(one));
      const content =
        template === 'sample'
          ? samplePacket(language, find, newId)
          : packetFromTemplate({ template, language, title, cases, newId });
      return changed(await create(id, content), id);
    },

    /** @throws OkmError PACKET_NOT_FOUND */
    async get({ id }: { id: string }): Promise<OpenPacket> {
      return open(await store.call('getPacket', { id }), id);
    },

    /** @throws OkmError PACKET_NOT_FOUND, PACKET_CHANGED */
    async save({
      id,
      revision,
      content,
    }: {
      id: string;
      revision: number;
      content: PacketContent;
    }): Promise<OpenPacket> {
      const saved = await store.call('savePacket', { id, revision, content, at: at() });
      if (saved) return changed(saved, id);
      await stored(id);
      throw new OkmError('PACKET_CHANGED', { id });
    },

    /** @throws OkmError PACKET_NOT_FOUND */
    async duplicate({
      id,
      newId: copy,
      title,
    }: {
      id: string;
      newId: string;
      title?: string | undefined;
    }): Promise<OpenPacket> {
      const { content } = await stored(id);
      const suffix = content.language === 'zh' ? '（副本）' : ' (copy)';
      return changed(
        await create(copy, { ...content, title: title?.trim() || `${content.title}${suffix}` }),
        copy,
      );
    },

    /** Moves a packet to the bin. @throws OkmError PACKET_NOT_FOUND */
    async remove({ id }: { id: string }) {
      if (!(await store.call('removePacket', { id, at: at() })))
        throw new OkmError('PACKET_NOT_FOUND', { id });
      changes.emit('packets');
      return {};
    },

    /** @throws OkmError PACKET_NOT_FOUND */
    async restore({ id }: { id: string }): Promise<OpenPacket> {
      return changed(await store.call('restorePacket', { id }), id);
    },

    /** @throws OkmError PACKET_NOT_FOUND */
    async versions({ id }: { id: string }): Promise<PacketVersion[]> {
      await stored(id);
      return (await store.call('listPacketVersions', { id })).map(toVersion);
    },

    /** @throws OkmError PACKET_NOT_FOUND */
    async keepVersion({ id, name }: { id: string; name: string }): Promise<PacketVersion[]> {
      await stored(id);
      const rows = await store.call('keepPacketVersion', { id, name, kind: 'kept', at: at() });
      changes.emit('packets');
      return rows.map(toVersion);
    },

    /** @throws OkmError PACKET_NOT_FOUND, INPUT_INVALID where there is no such version */
    async bringBack({ id, seq }: { id: string; seq: number }): Promise<OpenPacket> {
      const { revision } = await stored(id);
      const version = await store.call('readPacketVersion', { id, seq });
      if (!version) throw new OkmError('INPUT_INVALID', { path: 'seq', issue: 'not_there' });
      const content = PacketContentSchema.parse(version.content);
      return changed(await store.call('savePacket', { id, revision, content, at: at() }), id);
    },

    /** @throws OkmError CASE_NOT_FOUND */
    material({ caseIds, language }: { caseIds: readonly string[]; language: Language }): PacketCase[] {
      return caseIds.map((id) => toPacketCase(library.get(id), language));
    },

    preview: document,

    /** @throws OkmError PACKET_NOT_FOUND */
    async export({
      id,
      edition,
      format,
    }: {
      id: string;
      edition: PacketEdition;
      format: PacketFormat;
    }): Promise<Delivery> {
      const made = await document({ id, edition });
      const { missing, ...rendered } = await renderPacket(made, format, press);
      if (!store.readOnly) {
        const name = rendered.fileName;
        await store.call('keepPacketVersion', { id, name, kind: 'exported', at: at() });
      }
      return {
        ticket: deliveries.put(rendered),
        fileName: rendered.fileName,
        sizeBytes: rendered.bytes.length,
        citations: made.references.length,
        unsupported: 0,
        missing: [...missing],
      };
    },
  };
}
export type PacketService = ReturnType<typeof createPacketService>;

function toSummary({ id, content, modifiedAt }: Packet): PacketSummary {
  const { title, subtitle, language, sessions } = content;
  return {
    id,
    title,
    subtitle,
    language,
    sessions: sessions.length,
    cases: new Set(sessions.flatMap(({ readings }) => readings.map(({ caseId }) => caseId))).size,
    minutes: sessions.reduce((sum, { slotMinutes }) => sum + slotMinutes, 0),
    modifiedAt,
  };
}

function toVersion({ content, ...row }: VersionRow): PacketVersion {
  const parsed = PacketContentSchema.safeParse(content);
  return PacketVersion.parse({ ...row, sessions: parsed.success ? parsed.data.sessions.length : 0 });
}

function toPacketCase(value: Case, language: Language): PacketCase {
  const { id, front, revision, origin } = value;
  return {
    id,
    title: front.title,
    type: front.type,
    place: placeName(front.place),
    revision,
    origin,
    sections: (textOf(value, language)?.sections ?? []).map((section) => ({
      id: section.id,
      heading: section.heading,
      characters: readingLength(section.text),
    })),
    questions: questionsOf(value, language),
  };
}
