import type { PacketDocument } from '#contract/packet-document.ts';
import type { PacketFormat } from '#contract/packets.ts';
import { packetTexts } from '#domain/packet/texts.ts';
import type { Document } from '../exports/deliveries.ts';
import { safeFileName } from '../exports/file-name.ts';
import type { Press } from '../exports/pdf/press.ts';
import { writePacketDocx } from './docx-packet.ts';
import { writePacketEpub } from './epub-packet.ts';
import { writePacketHtml } from './html-packet.ts';
import { writePacketMarkdown } from './markdown-packet.ts';
import { packetData } from './packet-data.ts';
import { packetTemplate } from './packet-template.ts';

export interface RenderedPacket extends Document {
  /** Characters that no font of the document has. */
  readonly missing: readonly string[];
}

const files: Readonly<Record<PacketFormat, readonly [ending: string, mediaType: string]>> = {
  docx: ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  pdf: ['pdf', 'application/pdf'],
  handout: ['pdf', 'application/pdf'],
  cards: ['pdf', 'application/pdf'],
  html: ['zip', 'application/zip'],
  epub: ['epub', 'application/epub+zip'],
  md: ['md', 'text/markdown; charset=utf-8'],
};

/** Writes a packet as a document: the same words, numbers and references in every format, equal bytes for equal packets. */
export async function renderPacket(
  packet: PacketDocument,
  format: PacketFormat,
  press: Press,
): Promise<RenderedPacket> {
  const [ending, mediaType] = files[format];
  const texts = packetTexts[packet.language];
  const name = texts.fileName(packet.title, texts.editions[packet.edition]);
  const { bytes, missing } = await write(packet, format, press);
  return { fileName: safeFileName(name, ending), mediaType, bytes, missing };
}

async function write(
  packet: PacketDocument,
  format: PacketFormat,
  press: Press,
): Promise<{ readonly bytes: Uint8Array; readonly missing: readonly string[] }> {
  const whole = (bytes: Uint8Array) => ({ bytes, missing: [] });
  switch (format) {
    case 'html':
      return whole(writePacketHtml(packet));
    case 'epub':
      return whole(writePacketEpub(packet));
    case 'md':
      return whole(writePacketMarkdown(packet));
    case 'docx':
      return whole(await writePacketDocx(packet));
    case 'pdf':
      return press.print({ template: packetTemplate, data: packetData(packet, 'pages') });
    case 'handout':
      return press.print({ template: packetTemplate, data: packetData(packet, 'two-up') });
    case 'cards':
      return press.print({ template: packetTemplate, data: packetData(packet, 'cards') });
  }
}
