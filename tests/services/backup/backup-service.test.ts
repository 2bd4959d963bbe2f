import { randomUUID } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { AnnotationId, CaseId } from '#contract/ids.ts';
import { createCallLimiter } from '../../../src-main/shells/limits.ts';
import { openProgram, type Program } from '../../../src-main/shells/open-program.ts';
import { findPlaces } from '../../../src-main/shells/places.ts';

const root = mkdtempSync(join(tmpdir(), 'okm-backup-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(join(root, 'data-'));

const open = (dataDir: string): Promise<Program> =>
  openProgram({ places: findPlaces(), dataDir, shell: 'web', systemLanguage: 'zh' });
const clientOf = ({ router, log }: Program) =>
  createRouterClient(router, { context: { log, enter: createCallLimiter().enter } });

const note = (body: string) => ({
  id: AnnotationId.parse(randomUUID()),
  caseId: CaseId.parse('beijing-jinsong-model'),
  language: 'zh' as const,
  section: 'summary' as const,
  start: 0,
  end: 4,
  kind: 'note' as const,
  colour: 'yellow' as const,
  body,
});
const bodies = async (program: Program) =>
  (await clientOf(program).annotations.list({})).map((one) => one.body).sort();

/** Opens, writes notes, and ends as a killed program does: nothing is closed, and the folder is copied as it lies. */
async function writtenAndKilled(texts: readonly string[], { backUpAfter = 0 } = {}): Promise<string> {
  const dataDir = newFolder();
  const program = await open(dataDir);
  const client = clientOf(program);
  for (const [at, text] of texts.entries()) {
    await client.annotations.create(note(text));
    if (at + 1 === backUpAfter) await client.data.backUp();
  }
  const killed = newFolder();
  for (const name of readdirSync(dataDir)) {
    if (!name.startsWith('lock.db')) cpSync(join(dataDir, name), join(killed, name), { recursive: true });
  }
  await program.close();
  return killed;
}

describe('backups', () => {
  test('one made at the end holds everything, own cases too, and is verified before it has its name', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'cases', 'project'), { recursive: true });
    writeFileSync(join(dataDir, 'cases', 'project', 'my-case.md'), '# 我的案例\n');
    const program = await open(dataDir);
    await clientOf(program).annotations.create(note('第一条'));
    await program.close();
    const again = await open(dataDir);
    const { backups } = await clientOf(again).data.status();
    expect(backups).toMatchObject([{ reason: 'quit', notes: 1, cases: 1 }]);
    expect(readdirSync(join(dataDir, 'backups')).sort()).toEqual([
      backups[0]?.name,
      `${backups[0]?.name}.json`,
    ]);
    await again.close();
    // Nothing has changed since: no second one.
    expect(readdirSync(join(dataDir, 'backups'))).toHaveLength(2);
  });

  test('a restore says what it would do, does it, and keeps what was there', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'cases'), { recursive: true });
    writeFileSync(join(dataDir, 'cases', 'one.md'), 'first\n');
    const program = await open(dataDir);
    const client = clientOf(program);
    const first = await client.annotations.create(note('留下的'));
    const gone = await client.annotations.create(note('删掉的'));
    const { name } = await client.data.backUp();
    await client.annotations.remove({ ids: [gone.id] });
    await client.annotations.update({ id: first.id, body: '改过的' });
    await client.annotations.create(note('新的'));
    writeFileSync(join(dataDir, 'cases', 'one.md'), 'second\n');
    writeFileSync(join(dataDir, 'cases', 'two.md'), 'two\n');

    const preview = await client.data.previewRestore({ name });
    const seen = preview.items.map(({ kind, change, label }) => `${kind} ${change} ${label}`).sort();
    expect(seen).toEqual([
      'case changed one.md',
      'case removed two.md',
      'note added 删掉的',
      'note changed 留下的',
      'note removed 新的',
    ]);
    expect(await bodies(program)).toEqual(['改过的', '新的'].sort());

    const done = await client.data.restore({ name });
    expect(done.counts).toEqual(preview.counts);
    expect(await bodies(program)).toEqual(['删掉的', '留下的'].sort());
    expect(readFileSync(join(dataDir, 'cases', 'one.md'), 'utf8')).toBe('first\n');
    expect(readFileSync(join(dataDir, done.replaced, 'cases', 'two.md'), 'utf8')).toBe('two\n');
    expect(readFileSync(join(dataDir, done.replaced, 'cases', 'one.md'), 'utf8')).toBe('second\n');
    // The state before the restore is a backup of its own: the restore can be taken back.
    const { backups } = await client.data.status();
    expect(backups[0]).toMatchObject({ reason: 'restore', notes: 2, cases: 2 });
    await client.data.restore({ name: backups[0]?.name ?? '' });
    expect(await bodies(program)).toEqual(['改过的', '新的'].sort());
    await client.annotations.create(note('还能写'));
    await program.close();
  });

  test('a file that is no backup, or holds more than one of ours, is refused and nothing moves', async () => {
    const dataDir = newFolder();
    const program = await open(dataDir);
    await clientOf(program).annotations.create(note('在这里'));
    const { name } = await clientOf(program).data.backUp();
    const foreign = join(dataDir, 'foreign.okmbackup');
    cpSync(join(dataDir, 'backups', name), foreign);
    const db = new Database(foreign);
    db.exec('CREATE TRIGGER evil AFTER UPDATE ON meta BEGIN DELETE FROM annotations; END');
    db.close();
    const { data } = program.services;
    await expect(data.restoreFile(foreign)).rejects.toMatchObject({ code: 'FILE_REFUSED' });
    writeFileSync(foreign, 'not a database');
    await expect(data.restoreFile(foreign)).rejects.toMatchObject({ code: 'FILE_REFUSED' });
    await expect(data.restoreFile(join(dataDir, 'absent'))).rejects.toMatchObject({ code: 'FILE_REFUSED' });
    const newer = new Database(join(dataDir, 'backups', name));
    newer.pragma('user_version = 999');
    newer.close();
    await expect(data.restoreFile(join(dataDir, 'backups', name))).rejects.toMatchObject({
      code: 'SCHEMA_NEWER',
    });
    expect(await bodies(program)).toEqual(['在这里']);
    await program.close();
  });
});

describe('damage', () => {
  test('a database that is gone, empty or all zeros is brought back with all that was saved', async () => {
    for (const damage of ['gone', 'empty', 'zeros'] as const) {
      const dataDir = await writtenAndKilled(['一', '二', '三', '四'], { backUpAfter: 2 });
      const file = join(dataDir, 'okm.db');
      for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
      if (damage === 'gone') rmSync(file);
      else writeFileSync(file, damage === 'empty' ? '' : Buffer.alloc(8192));
      const program = await open(dataDir);
      expect(await bodies(program), damage).toEqual(['一', '二', '三', '四'].sort());
      const { mended } = await clientOf(program).data.status();
      expect(mended).toMatchObject({ replayed: 2, lost: [], notes: 4 });
      expect(readdirSync(join(dataDir, mended?.damaged ?? ''))).toContain('journal.jsonl');
      await clientOf(program).data.mendSeen();
      expect((await clientOf(program).data.status()).mended).toBeNull();
      await program.close();
    }
  });

  test('a write-ahead log that was cut is noticed by the number of the last commit, and made good', async () => {
    const dataDir = await writtenAndKilled(['一', '二', '三', '四', '五'], { backUpAfter: 1 });
    truncateSync(join(dataDir, 'okm.db-wal'), 4096 + 32);
    const program = await open(dataDir);
    expect(await bodies(program)).toEqual(['一', '二', '三', '四', '五'].sort());
    expect((await clientOf(program).data.status()).mended).toMatchObject({ replayed: 4, lost: [] });
    await program.close();
  });

  test('without any backup the journal alone brings everything back', async () => {
    const dataDir = await writtenAndKilled(['一', '二']);
    rmSync(join(dataDir, 'okm.db-wal'));
    rmSync(join(dataDir, 'okm.db'));
    const program = await open(dataDir);
    expect(await bodies(program)).toEqual(['一', '二'].sort());
    await program.close();
  });

  test('a changed bit in a note is found by its hash, named, and mended', async () => {
    const dataDir = await writtenAndKilled(['句子甲', '句子乙'], { backUpAfter: 2 });
    const db = new Database(join(dataDir, 'okm.db'));
    db.exec("UPDATE annotations SET body = '句子丙' WHERE body = '句子乙'");
    db.close();
    rmSync(join(dataDir, 'lock.json'), { force: true });
    const program = await open(dataDir);
    const { findings } = await clientOf(program).data.check();
    expect(findings).toMatchObject([{ kind: 'hash', where: 'annotations', mended: true }]);
    expect(await bodies(program)).toEqual(['句子甲', '句子乙'].sort());
    expect((await clientOf(program).data.check()).findings).toEqual([]);
    await program.close();
  });

  test('after a program that was killed every row is looked at in the background, unasked', async () => {
    const dataDir = await writtenAndKilled(['句子甲', '句子乙'], { backUpAfter: 2 });
    const db = new Database(join(dataDir, 'okm.db'));
    db.exec("UPDATE annotations SET body = '句子丙' WHERE body = '句子乙'");
    db.close();
    const program = await open(dataDir);
    await expect.poll(() => bodies(program), { timeout: 15_000 }).toEqual(['句子甲', '句子乙'].sort());
    await program.close();
  });

  test('with a broken journal the damaged file is read for what is nowhere else, and what is lost is named', async () => {
    const dataDir = await writtenAndKilled(['一', '二', '三'], { backUpAfter: 1 });
    writeFileSync(join(dataDir, 'recovery', 'journal.jsonl'), '');
    const db = new Database(join(dataDir, 'okm.db'));
    db.exec("UPDATE annotations SET body = 'rot' WHERE body = '三'");
    db.exec('DROP INDEX annotations_by_case');
    db.close();
    rmSync(join(dataDir, 'lock.json'), { force: true });
    const program = await open(dataDir);
    const { findings } = await clientOf(program).data.check();
    expect(findings.map(({ kind }) => kind)).toContain('schema');
    expect(await bodies(program)).toEqual(['一', '二'].sort());
    const { mended } = await clientOf(program).data.status();
    expect(mended).toMatchObject({ salvaged: 1, lost: [{ where: 'annotations' }] });
    await program.close();
  });

  test('a damaged newest backup is passed over for the one before it', async () => {
    const dataDir = await writtenAndKilled(['一', '二', '三'], { backUpAfter: 1 });
    const first = await open(dataDir);
    await clientOf(first).data.backUp();
    await first.close();
    const [newest = ''] = readdirSync(join(dataDir, 'backups'))
      .filter((name) => name.endsWith('.okmbackup'))
      .sort()
      .reverse();
    const bytes = readFileSync(join(dataDir, 'backups', newest));
    bytes[9000] = (bytes[9000] ?? 0) ^ 0x40;
    writeFileSync(join(dataDir, 'backups', newest), bytes);
    rmSync(join(dataDir, 'okm.db'));
    const program = await open(dataDir);
    expect(await bodies(program)).toEqual(['一', '二', '三'].sort());
    expect((await clientOf(program).data.status()).mended?.backup).not.toBe(newest);
    await program.close();
  });

  test('with nothing to bring it back from, the file stays as it is and is named', async () => {
    const dataDir = newFolder();
    writeFileSync(join(dataDir, 'okm.db'), Buffer.alloc(8192));
    await expect(open(dataDir)).rejects.toMatchObject({ code: 'STORE_DAMAGED' });
    expect(statSync(join(dataDir, 'okm.db')).size).toBe(8192);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('damaged'))).toEqual([]);
  });
});
