import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import startTypst, { get_font_info, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import { z } from 'zod';
import { type Coverage, missingCharacters, readCoverage } from './coverage.ts';
import type { Pages, Printed, PrintJob } from './messages.ts';
import { openPagePictures } from './page-pictures.ts';

/** The compiler's numbers for its formats and for its ways of saying what is wrong. */
const VECTOR = 0;
const PDF = 1;
const FULL_DIAGNOSTICS = 3;

const FontInfo = z.object({ info: z.array(z.object({ coverage: z.array(z.number()) })) });
const Artifact = z.object({
  result: z.instanceof(Uint8Array).optional(),
  diagnostics: z.array(z.object({ severity: z.string(), message: z.string() })).optional(),
});

/** Sets documents. It reads nothing but what it is given: no file, no package, no font of the system. */
export interface Setter {
  toPdf(job: PrintJob): Printed;
  toPages(job: PrintJob): Promise<Pages>;
}

/** Opens the compiler with the program's fonts. */
export async function openSetter(fontsDir: string): Promise<Setter> {
  const wasm = fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'));
  await startTypst({ module_or_path: await readFile(wasm) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  const coverages: Coverage[] = [];
  for (const name of readdirSync(fontsDir).sort()) {
    if (!name.endsWith('.ttf')) continue;
    const data = readFileSync(join(fontsDir, name));
    const known: unknown = get_font_info(data);
    coverages.push(...FontInfo.parse(known).info.map(({ coverage }) => readCoverage(coverage)));
    await builder.add_lazy_font(known, () => data);
  }
  const compiler = await builder.build();

  function compile({ template, data, files = [] }: PrintJob, format: number): Uint8Array {
    compiler.reset_shadow();
    compiler.add_source('/main.typ', template);
    compiler.map_shadow('/data.json', new TextEncoder().encode(JSON.stringify(data)));
    for (const { path, bytes } of files) compiler.map_shadow(path, bytes);
    const world = compiler.snapshot(undefined, '/main.typ', undefined);
    const answer: unknown = world.get_artifact(format, FULL_DIAGNOSTICS);
    world.free();
    compiler.reset();
    const { result, diagnostics = [] } = Artifact.parse(answer);
    if (result === undefined) {
      throw new Error(`the template does not compile: ${diagnostics.map((one) => one.message).join('; ')}`);
    }
    return result;
  }

  // Most documents are never looked at before they are saved: the renderer starts with the first that is.
  let pictures: ReturnType<typeof openPagePictures> | undefined;
  return {
    toPdf: (job) => ({ bytes: compile(job, PDF), missing: missingCharacters(job.data, coverages) }),
    async toPages(job) {
      pictures ??= openPagePictures();
      const draw = await pictures;
      return { pages: draw(compile(job, VECTOR)), missing: missingCharacters(job.data, coverages) };
    },
  };
}
