import { dirname, join, resolve } from 'node:path';
import { CaseType } from '#contract/case.ts';
import type { Problem } from '#contract/case-tree.ts';
import { OkmError } from '#contract/errors.ts';
import { CaseId } from '#contract/ids.ts';
import { languageOf, readCaseForm } from '#domain/case/case-form.ts';
import { problem } from '#domain/case/problems.ts';
import { readForEdit } from './case-files.ts';
import type { OwnCaseService } from './own-case-service.ts';

export interface CaseImportPlan {
  /** Where the case would lie; undefined where its file does not say. */
  readonly key: string | undefined;
  readonly outcome: 'new' | 'same' | 'differs' | 'refused';
  readonly problems: readonly Problem[];
}

/**
 * What a case file from elsewhere, with its text in the other language beside it, would bring; or brings it.
 * A case with faults comes in as a draft; what it replaces goes to the bin.
 *
 * @throws OkmError FILE_REFUSED, FILE_NOT_WRITABLE, DISK_FULL, and why the folder is not to be written
 */
export async function importMarkdown(
  given: string,
  own: OwnCaseService,
  isCarriedOut: boolean,
): Promise<CaseImportPlan> {
  const path = resolve(given.replace(/\.(?:en|zh)\.md$/, '.md'));
  const [folder, name] = [dirname(path), path.slice(dirname(path).length + 1)];
  const main = await readForEdit(folder, name);
  if (!main) throw new OkmError('FILE_REFUSED', { file: given, reason: 'missing', detail: '' });
  const second = languageOf(main.text) === 'zh' ? 'en' : 'zh';
  const other = await readForEdit(folder, name.replace(/\.md$/, `.${second}.md`));
  const type = CaseType.safeParse(readCaseForm(main.text)?.type);
  const id = CaseId.safeParse(/^id:[ \t]*([^\s#]+)/m.exec(main.text)?.[1]);
  const key = type.success && id.success ? `${type.data}/${id.data}` : undefined;
  const texts = { main: main.text, other: other?.text ?? null };
  const { problems } = await own.check({ key: key ?? name.replace(/\.md$/, ''), ...texts });
  if (key === undefined) return { key, outcome: 'refused', problems };
  const standing = await own.open({ key }).catch((error: unknown) => {
    if (error instanceof OkmError && error.code === 'CASE_NOT_FOUND') return undefined;
    throw error;
  });
  const isSame =
    standing?.main?.hash === main.hash && (standing.other?.hash ?? null) === (other?.hash ?? null);
  const taken = standing ? undefined : own.takenBy(key);
  if (taken) {
    const actual = key.split('/').at(-1) ?? key;
    const details = { actual, expected: [taken === 'bundled' ? `${actual.slice(0, 60)}-own` : actual] };
    const rule = taken === 'bundled' ? 'own-id-bundled' : 'duplicate-id';
    return {
      key,
      outcome: 'refused',
      problems: [problem(rule, { file: name, line: 2 }, details), ...problems],
    };
  }
  const outcome = isSame ? 'same' : standing ? 'differs' : 'new';
  if (isCarriedOut && (outcome === 'new' || outcome === 'differs')) {
    await own.save({
      key,
      main: { text: main.text, seen: null },
      other: other && { text: other.text, seen: null },
      keepTheirs: true,
    });
  }
  return { key, outcome, problems };
}

/** The file in the folder of own cases that a plan is about. */
export function importedFile(folder: string, key: string): string {
  return join(folder, `${key}.md`);
}
