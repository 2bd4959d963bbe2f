import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { writeFile } from '#services/files/write-file.ts';
import { diffPacks } from '#services/packs/diff-packs.ts';
import { openCasepack } from '#services/packs/read-casepack.ts';
import { unpackCasepack } from '#services/packs/unpack.ts';
import type { Arguments } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** Whether a file begins as a zip does: then it is read as a pack. */
export async function isZip(file: string): Promise<boolean> {
  const handle = await open(resolve(file), 'r').catch(() => undefined);
  if (!handle) return false;
  try {
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    return head.readUInt32LE(0) === 0x04034b50;
  } finally {
    await handle.close();
  }
}

/**
 * `okm pack ID… --out FILE`: cases, packets, comparisons and collections as one file; `notes` among the ids takes
 * all notes along. --edition student leaves out what is the trainer's.
 *
 * @throws OkmError CASE_NOT_FOUND, FILE_NOT_WRITABLE
 */
export async function pack(
  args: Arguments,
  outFile: string,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const ids = args.words.filter((word) => word !== 'notes');
  const { bytes, files } = await program.services.packs.pack({
    ids,
    notes: ids.length < args.words.length,
    edition: args.edition,
    title: args.titles.zh,
    language: args.language,
  });
  await writeFile(resolve(outFile), bytes);
  if (args.json) terminal.json({ file: outFile, files, bytes: bytes.length });
  else terminal.out(args.say('packDone', { file: outFile, count: files }));
  return 0;
}

/** `okm unpack FILE [--out FOLDER]`: checks a pack whole, then writes it as a folder. @throws OkmError PACK_* */
export async function unpack(args: Arguments, terminal: Terminal): Promise<number> {
  const [file = ''] = args.words;
  const folder = args.outFile ?? basename(file).replace(/\.casepack$/i, '');
  const opened = await openCasepack(resolve(file));
  try {
    await unpackCasepack(opened, resolve(folder));
    const files = opened.paths().length;
    if (args.json) terminal.json({ file, folder, files });
    else terminal.out(args.say('unpackDone', { folder, count: files }));
    return 0;
  } finally {
    await opened.close();
  }
}

/** `okm verify FILE`: reads every file of a pack against its checksum. @throws OkmError PACK_* */
export async function verify(args: Arguments, terminal: Terminal): Promise<number> {
  const [file = ''] = args.words;
  const opened = await openCasepack(resolve(file));
  try {
    await opened.verify();
    const { title, edition, contents, createdBy, created } = opened.manifest;
    if (args.json) terminal.json({ file, title, edition, createdBy, created, files: contents.length });
    else terminal.out(args.say('verifyDone', { title, edition, count: contents.length }));
    return 0;
  } finally {
    await opened.close();
  }
}

/** `okm diff [EARLIER] FILE`: what a pack changes against an earlier one, or against the library. Exit code 1 when anything. */
export async function diff(args: Arguments, terminal: Terminal, { program }: Session): Promise<number> {
  const [first = '', second] = args.words;
  const after = await openCasepack(resolve(second ?? first));
  try {
    const before = second === undefined ? undefined : await openCasepack(resolve(first));
    try {
      const found = await diffPacks(after, before, program.services.library.library.find);
      if (args.json) terminal.json(found);
      else {
        for (const path of found.added) terminal.out(`+ ${path}`);
        for (const path of found.removed) terminal.out(`- ${path}`);
        for (const path of found.changed) terminal.out(`~ ${path}`);
        for (const { id, sections, figures } of found.cases) {
          for (const { language, section } of sections) terminal.out(`  ${id} ${language} ${section}`);
          for (const one of figures)
            terminal.out(`  ${id} ${one.id}: ${one.before ?? '—'} → ${one.after ?? '—'}`);
        }
        const { added, removed, changed } = found;
        terminal.out(
          args.say('diffDone', { added: added.length, removed: removed.length, changed: changed.length }),
        );
      }
      return found.added.length + found.removed.length + found.changed.length > 0 ? 1 : 0;
    } finally {
      await before?.close();
    }
  } finally {
    await after.close();
  }
}

/** `okm import FILE` for a pack: what it would bring; `--yes` takes it in. Exit code 1 when something was refused. */
export async function importPack(args: Arguments, terminal: Terminal, { program }: Session): Promise<number> {
  const [file = ''] = args.words;
  const { packs } = program.services;
  const plan = await packs.planFile(resolve(file));
  const done = args.yes ? await packs.carryOut({ plan: plan.plan }) : undefined;
  const refused = plan.items.filter(({ outcome }) => outcome === 'refused').length + plan.notes.refused;
  if (args.json) {
    const { plan: _, ...rest } = plan;
    terminal.json({ file, ...rest, carriedOut: done ?? null });
    return refused > 0 ? 1 : 0;
  }
  const { say } = args;
  terminal.out(say('verifyDone', { title: plan.title, edition: plan.edition, count: plan.items.length }));
  for (const { role, id, title, outcome, as } of plan.items) {
    const line = [say(`plan.${outcome}`), role, title, id].join(' · ');
    terminal.out(as === null ? line : `${line} → ${as}`);
  }
  for (const { id, isOther } of plan.missing)
    terminal.out(say(isOther ? 'packOther' : 'packMissing', { id }));
  const { notes } = plan;
  if (notes.new + notes.same + notes.differs + notes.refused > 0)
    terminal.out(say('planCounts', { ...notes }));
  terminal.out(done ? say('packTaken', { ...done }) : say('importThen', { file }));
  return refused > 0 ? 1 : 0;
}
