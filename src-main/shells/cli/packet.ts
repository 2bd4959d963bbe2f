import { extname, resolve } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import type { PacketFormat } from '#contract/packets.ts';
import { writeFile } from '#services/files/write-file.ts';
import { renderPacket } from '#services/packets/render-packet.ts';
import type { Arguments } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

const formats: Readonly<Record<string, PacketFormat>> = {
  '.docx': 'docx',
  '.pdf': 'pdf',
  '.zip': 'html',
  '.epub': 'epub',
  '.md': 'md',
};

/** `okm packet`: the packets that there are. */
export async function listPackets(
  args: Arguments,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const list = await program.services.packets.list();
  if (args.json) terminal.json({ packets: list });
  else {
    for (const { id, title, sessions, cases, minutes } of list) {
      terminal.out(`${id}  ${args.say('packetLine', { title, sessions, cases, minutes })}`);
    }
    if (list.length === 0) terminal.out(args.say('packetNone'));
  }
  return list.length > 0 ? 0 : 1;
}

/**
 * `okm packet ID --out FILE`: a packet as a document, in the format that the file's ending names; `--format handout`
 * and `--format cards` are PDFs to fold and to cut. `--edition trainer` has the trainer's pages too.
 *
 * @throws OkmError PACKET_NOT_FOUND, FORMAT_UNKNOWN, FILE_NOT_WRITABLE
 */
export async function writePacket(
  args: Arguments,
  outFile: string,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const [id = ''] = args.words;
  const ending = extname(outFile).toLowerCase();
  const format = formatOf(args.format, ending);
  const { packets, press } = program.services;
  const edition = args.edition === 'trainer' ? 'trainer' : 'student';
  const document = await packets.document({ id, edition });
  const { bytes, missing } = await renderPacket(document, format, press);
  await writeFile(resolve(outFile), bytes);
  const { sessions, references } = document;
  if (args.json)
    terminal.json({ file: outFile, edition, sessions: sessions.length, references: references.length });
  else {
    const facts = { file: outFile, sessions: sessions.length, references: references.length };
    terminal.out(args.say('packetDone', facts));
    if (missing.length > 0) terminal.out(args.say('briefMissing', { characters: missing.join(' ') }));
  }
  return 0;
}

function formatOf(asked: string | undefined, ending: string): PacketFormat {
  const format = (asked === 'handout' || asked === 'cards') && ending === '.pdf' ? asked : formats[ending];
  if (format === undefined)
    throw new OkmError('FORMAT_UNKNOWN', { format: ending, known: Object.keys(formats) });
  return format;
}
