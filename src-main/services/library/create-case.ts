import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { caseTemplate, type NewCase } from '#domain/case/case-template.ts';

/**
 * Begins a case: writes its two files, `<type>/<id>.md` and `<type>/<id>.en.md`, and answers their paths.
 *
 * @throws NodeJS.ErrnoException EEXIST where one of them is already there; nothing is written then
 */
export async function createCase(folder: string, value: NewCase): Promise<string[]> {
  const { main, translation } = caseTemplate(value);
  const base = join(folder, value.type, value.id);
  await mkdir(join(folder, value.type), { recursive: true });
  await write(`${base}.md`, main);
  try {
    await write(`${base}.en.md`, translation);
  } catch (error) {
    await rm(`${base}.md`);
    throw error;
  }
  return [`${base}.md`, `${base}.en.md`];
}

async function write(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
