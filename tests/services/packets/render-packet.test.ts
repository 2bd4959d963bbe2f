import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PacketEdition } from '#contract/packet-document.ts';
import { PacketFormat } from '#contract/packets.ts';
import { makePacketDocument } from '#domain/packet/make-document.ts';
import { createPress } from '#services/exports/pdf/press.ts';
import { renderPacket } from '#services/packets/render-packet.ts';
import { fullContent, glossary, library, secrets } from './open-packets.ts';

const run = promisify(execFile);
const press = createPress({ fontsDir: 'build/fonts' });
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-packet-files-'));
});
afterAll(async () => {
  await press.close();
  await rm(folder, { recursive: true, force: true });
});

const documentOf = (edition: PacketEdition, language: 'zh' | 'en' = 'zh') =>
  makePacketDocument({
    content: fullContent(language),
    find: library.find,
    glossary,
    edition,
    date: '2026-11-24',
  });

/** All that can be read in a file: unpacked, or as another program reads its pages. */
async function textsOf(bytes: Uint8Array, name: string): Promise<string> {
  if (bytes[0] === 0x50) {
    const parts = Object.entries(unzipSync(bytes)).map(
      ([path, part]) => path + Buffer.from(part).toString('utf8'),
    );
    return parts.join('\n');
  }
  const file = join(folder, name);
  await writeFile(file, bytes);
  if (!name.endsWith('.pdf')) return Buffer.from(bytes).toString('utf8');
  const { stdout } = await run('pdftotext', ['-raw', file, '-'], { maxBuffer: 64 * 1024 * 1024 });
  return stdout.replaceAll(/\s/g, '');
}

describe.each(['zh', 'en'] as const)('a packet in %s', (language) => {
  test.each(PacketFormat.options)(
    'as %s has no word of the trainer in the student edition',
    async (format) => {
      const content = fullContent(language);
      const of = (edition: PacketEdition) =>
        renderPacket(
          makePacketDocument({ content, find: library.find, glossary, edition, date: '2026-11-24' }),
          format,
          press,
        );
      const [student, again, trainer] = [await of('student'), await of('student'), await of('trainer')];
      expect(Buffer.from(student.bytes).equals(Buffer.from(again.bytes))).toBe(true);
      expect(student.missing).toEqual([]);
      const ending = student.fileName.replace(/^.*\./, '');
      const [theirs, ours] = [
        await textsOf(student.bytes, `${language}-student-${format}.${ending}`),
        await textsOf(trainer.bytes, `${language}-trainer-${format}.${ending}`),
      ];
      // Nor a word of the case beyond the cut.
      const beyond = library
        .get(content.sessions[0]?.readings[0]?.caseId ?? '')
        .texts[language]?.sections.find(({ id }) => id === 'results');
      const ends = (beyond?.text ?? '').replaceAll(/\s/g, '').slice(0, 20);
      expect(ends.length).toBe(20);
      expect(theirs.replaceAll(/\s/g, '')).not.toContain(ends);
      for (const secret of Object.values(secrets)) {
        expect(theirs).not.toContain(secret);
        if (format !== 'cards') expect(ours).toContain(secret);
      }
      if (format !== 'cards')
        expect(theirs).toContain(language === 'zh' ? '那一截由谁先垫？' : '那一截由谁先垫？');
    },
  );

  test('as EPUB passes EPUBCheck without an error or a warning', { timeout: 120_000 }, async ({ skip }) => {
    const jar = '/usr/share/java/epubcheck.jar';
    if (!existsSync(jar)) skip('epubcheck is not installed');
    for (const edition of ['student', 'trainer'] as const) {
      const file = join(folder, `${language}-${edition}.epub`);
      await writeFile(file, (await renderPacket(documentOf(edition, language), 'epub', press)).bytes);
      const { stdout, stderr } = await run('java', ['-jar', jar, '--failonwarnings', file]);
      expect(stdout + stderr).toContain('0 fatals / 0 errors / 0 warnings');
    }
  });
});

test('both editions have the same sessions, questions and numbers, and the trainer’s own sources come after', () => {
  const [student, trainer] = [documentOf('student'), documentOf('trainer')];
  const content = fullContent();
  const strip = (text: string) => text.replaceAll(/"[0-9a-f-]{36}"/g, '""');
  expect(strip(JSON.stringify(trainer.sessions.map(({ blocks }) => blocks)))).toBe(
    strip(JSON.stringify(student.sessions.map(({ blocks }) => blocks))),
  );
  expect(trainer.references.slice(0, student.references.length)).toEqual(student.references);
  expect(trainer.references.length).toBeGreaterThan(student.references.length);
  expect(student.sessions.every(({ notes }) => notes.length === 0)).toBe(true);
  expect(content.sessions[0]?.readings[0]?.ending).not.toBeNull();
});
