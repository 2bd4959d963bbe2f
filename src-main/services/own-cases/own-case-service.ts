import { join } from 'node:path';
import { CaseType, type CslItem, RefId } from '#contract/case.ts';
import { OkmError } from '#contract/errors.ts';
import { type Bilingual, CaseId } from '#contract/ids.ts';
import {
  type CaseFormPatch,
  type OpenOwnCase,
  type OwnCase,
  OwnCaseKey,
  type OwnCases,
} from '#contract/own-cases.ts';
import { readCaseForm } from '#domain/case/case-form.ts';
import { caseTemplate } from '#domain/case/case-template.ts';
import type { JoinedLibrary } from '../library/joined-library.ts';
import type { ParsePool } from '../parse-pool/parse-pool.ts';
import { isThere, openCaseBin, readForEdit, writeCaseText } from './case-files.ts';
import type { OwnHead } from './catalogue.ts';
import type { OwnCaseFolder } from './own-case-folder.ts';
import { keyOf } from './scan-folder.ts';

interface Parts {
  readonly own: OwnCaseFolder;
  readonly library: JoinedLibrary;
  readonly pool: ParsePool;
  /** Folder of the bundled cases, whose files own editions begin from. */
  readonly bundledDir: string;
  readonly binDir: string;
  /** Why nothing can be written, when nothing can. */
  readonly readOnly: OkmError | undefined;
  readonly now: () => Date;
}

interface Texts {
  readonly key: string;
  readonly main: string;
  readonly other: string | null;
}

/** A text that is to be written, and the hash of the file that its edit began from. */
interface Edited {
  readonly text: string;
  readonly seen: string | null;
}

/** The user's own cases as screens and the command line work on them. */
export function createOwnCaseService(parts: Parts) {
  const { own, library, pool, bundledDir, now } = parts;
  const { folder } = own;
  const bin = openCaseBin(parts.binDir, now);

  function assertWritable(): void {
    if (parts.readOnly) throw parts.readOnly;
    // Writing into a folder that came back as another would part the cases from each other.
    if (own.state().state === 'missing') throw new OkmError('FOLDER_MISSING', { folder });
  }

  /** @throws OkmError CASE_ID_TAKEN, with one that is free */
  async function assertFree(id: string, key: string): Promise<void> {
    if (!library.find(id) && !own.heads().has(key) && !(await isThere(join(folder, `${key}.md`)))) return;
    throw new OkmError('CASE_ID_TAKEN', { id, free: freeId(id) });
  }

  function freeId(id: string): string {
    const taken = new Set([...own.heads().keys()].map((key) => key.split('/').at(-1)));
    for (let at = 2; ; at++) {
      const free = `${id.slice(0, 60)}-${at}`;
      if (!library.find(free) && !taken.has(free)) return free;
    }
  }

  async function begin(
    key: string,
    main: string,
    otherEnd: string,
    other: string,
  ): Promise<{ key: OwnCaseKey }> {
    await writeCaseText(folder, `${key}.md`, main);
    await writeCaseText(folder, `${key}.${otherEnd}.md`, other);
    await own.refresh();
    return { key: OwnCaseKey.parse(key) };
  }

  async function otherFile(key: string) {
    return (await readForEdit(folder, `${key}.en.md`)) ?? (await readForEdit(folder, `${key}.zh.md`));
  }

  async function open({ key }: { key: string }): Promise<OpenOwnCase> {
    const [main, other] = [await readForEdit(folder, `${key}.md`), await otherFile(key)];
    if (!main && !other) throw new OkmError('CASE_NOT_FOUND', { id: key, nearest: [] });
    const texts = { main: main?.text ?? '', other: other?.text ?? null };
    const { problems, form, references, language } = await pool.run('check', { key, ...texts });
    return {
      key: OwnCaseKey.parse(key),
      main,
      other,
      language,
      problems: [...problems, ...clashOf(key)],
      form,
      references: [...references],
    };
  }

  const clashOf = (key: string) => library.clashes().filter(({ file }) => keyOf(file) === key);

  return {
    folder: own,
    async list(): Promise<OwnCases> {
      const { state, vanished, reading } = own.state();
      const clashing = new Set(library.clashes().map(({ file }) => keyOf(file)));
      const cases = [...own.heads().values()].map((head) => toOwnCase(head, clashing.has(head.key)));
      cases.sort((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : a.modifiedAt > b.modifiedAt ? -1 : 0));
      return { folder, state, vanished, reading, cases, oddFiles: [...own.oddFiles()] };
    },
    /** The origin of the case that has the id of these files; undefined where none has. */
    takenBy: (key: string) => library.find(key.split('/').at(-1) ?? key)?.origin,
    /** @throws OkmError CASE_ID_TAKEN, FILE_NOT_WRITABLE, DISK_FULL, and why the folder is not to be written */
    async create({ id, type, title }: { id: string; type: CaseType; title: Bilingual }) {
      assertWritable();
      const key = `${type}/${id}`;
      await assertFree(id, key);
      const today = now().toISOString().slice(0, 10);
      const { main, translation } = caseTemplate({ id, type, title, today });
      return begin(key, main, 'en', translation);
    },
    /** @throws OkmError CASE_NOT_FOUND, FILE_NOT_WRITABLE, DISK_FULL, and why the folder is not to be written */
    async edition({ id }: { id: string }) {
      assertWritable();
      const value = library.get(id);
      const edition = library.find(`${id.slice(0, 60)}-own`)
        ? freeId(`${id.slice(0, 56)}-own`)
        : `${id.slice(0, 60)}-own`;
      const root = value.origin === 'own' ? folder : bundledDir;
      const head = [...own.heads().values()].find(({ summary }) => summary?.id === id);
      const from = value.origin === 'own' && head ? head.key : `${value.front.type}/${id}`;
      const main = await readForEdit(root, `${from}.md`);
      const second = value.front.language === 'zh' ? 'en' : 'zh';
      const other = await readForEdit(root, `${from}.${second}.md`);
      if (!main) throw new OkmError('CASE_NOT_FOUND', { id, nearest: [] });
      const rename = (text: string) => text.replace(/^id: .*$/m, `id: ${edition}`);
      const based = rename(main.text.replace(/^basedOn: .*\n/m, '')).replace(
        /^(id: .*)$/m,
        `$1\nbasedOn: ${id}`,
      );
      return begin(`${value.front.type}/${edition}`, based, second, other ? rename(other.text) : '');
    },
    /** @throws OkmError CASE_NOT_FOUND, FILE_REFUSED */
    open,
    async check({ key, main, other }: Texts) {
      const { problems, form, references } = await pool.run('check', { key, main, other });
      return { problems: [...problems, ...clashOf(key)], form, references: [...references] };
    },
    fill: ({ main, other, patch }: Texts & { patch: CaseFormPatch }) =>
      pool.run('fill', { main, other, patch }),
    async addReference({ main, other, reference }: Texts & { reference: Omit<CslItem, 'id'> }) {
      const { id, ...texts } = await pool.run('addReference', { main, other, reference });
      return { ...texts, id: RefId.parse(id) };
    },
    /** @throws OkmError FILE_CHANGED, CASE_ID_TAKEN, FILE_NOT_WRITABLE, DISK_FULL */
    async save({
      key,
      main,
      other,
      keepTheirs = false,
    }: {
      key: string;
      main: Edited;
      other: Edited | null;
      keepTheirs?: boolean | undefined;
    }): Promise<OpenOwnCase> {
      assertWritable();
      const standing = [await readForEdit(folder, `${key}.md`), await otherFile(key)] as const;
      const changed = [
        (standing[0]?.hash ?? null) === main.seen ? undefined : (standing[0]?.file ?? `${key}.md`),
        (standing[1]?.hash ?? null) === (other?.seen ?? null) ? undefined : standing[1]?.file,
      ].filter((file) => file !== undefined);
      const [first] = changed;
      if (first !== undefined && !keepTheirs)
        throw new OkmError('FILE_CHANGED', { file: join(folder, first) });
      const target = placeOf(key, main.text);
      if (target !== key) await assertFree('', target);
      // What goes away from its place, or was written by another program, is kept in the bin.
      const going = standing.flatMap((one) => (one ? [one.file] : []));
      const kept = target === key ? changed : going;
      if (kept.length > 0) await bin.put(folder, kept);
      await writeCaseText(folder, `${target}.md`, main.text);
      if (other) {
        const end = standing[1]?.file.slice(-5, -3) ?? (/^language: en/m.test(main.text) ? 'zh' : 'en');
        await writeCaseText(folder, `${target}.${end}.md`, other.text);
      }
      if (target !== key) own.forget(key);
      await own.refresh();
      return open({ key: target });
    },
    /** @throws OkmError CASE_NOT_FOUND, FILE_NOT_WRITABLE */
    async remove({ key }: { key: string }) {
      assertWritable();
      const head = own.heads().get(key);
      const files = head?.stamps.map(({ file }) => file) ?? [];
      if (files.length === 0) throw new OkmError('CASE_NOT_FOUND', { id: key, nearest: [] });
      const made = await bin.put(folder, files);
      own.forget(key);
      return { bin: made };
    },
    /** @throws OkmError CASE_NOT_FOUND, CASE_ID_TAKEN */
    async restore({ bin: made }: { bin: string }) {
      assertWritable();
      const [file = ''] = await bin.takeBack(folder, made);
      await own.refresh();
      return { key: OwnCaseKey.parse(keyOf(file)) };
    },
    async acceptVanished() {
      await own.acceptVanished();
      return {};
    },
    /** Deletes for good what has been in the bin for thirty days. */
    tidy: () => (parts.readOnly ? Promise.resolve() : bin.tidy()),
  };
}
export type OwnCaseService = ReturnType<typeof createOwnCaseService>;

/** Where a case belongs by its type; where it is when the type says nothing. */
function placeOf(key: string, main: string): string {
  const type = CaseType.safeParse(readCaseForm(main)?.type);
  return key.includes('/') && type.success ? `${type.data}/${key.split('/')[1]}` : key;
}

function toOwnCase(head: OwnHead, isClash: boolean): OwnCase {
  const { key, summary, problems, stamps, isOld } = head;
  const newest = Math.max(0, ...stamps.map(({ mtimeMs }) => mtimeMs));
  const isDraft = summary === undefined;
  return {
    key: OwnCaseKey.parse(key),
    id: summary ? CaseId.parse(summary.id) : null,
    title: summary?.title ?? null,
    basedOn: summary?.basedOn ?? null,
    state: isDraft ? 'draft' : isClash ? 'clash' : isOld ? 'old' : 'ready',
    errors: problems.filter(({ severity }) => severity === 'error').length + (isClash ? 1 : 0),
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
    modifiedAt: new Date(newest).toISOString(),
  };
}
