import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import startTypst, { get_font_info, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import { z } from 'zod';
import { type Coverage, missingCharacters, readCoverage } from './coverage.ts';
import type { Printed, PrintJob } from './messages.ts';

/** The compiler's numbers for its formats and for its ways of saying what is wrong. */
const PDF = 1;
const FULL_DIAGNOSTICS = 3;

const FontInfo = z.object({ info: z.array(z.object({ coverage: z.array(z.number()) })) });
const Artifact = z.object({
  result: z.instanceof(Uint8Array).optional(),
  diagnostics: z.array(z.object({ severity: z.string(), message: z.string() })).optional(),
});

/**
 * Opens the compiler with the program's fonts and answers a function that sets one document. It reads nothing
 * but what it is given: no file, no package, no font of the system.
 */
export async function openSetter(fontsDir: string): Promise<(job: PrintJob) => Printed> {
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

  return ({ template, data }) => {
    compiler.reset_shadow();
    compiler.add_source('/main.typ', template);
    const json = JSON.stringify(data);
    compiler.map_shadow('/data.json', new TextEncoder().encode(json));
    const world = compiler.snapshot(undefined, '/main.typ', undefined);
    const answer: unknown = world.get_artifact(PDF, FULL_DIAGNOSTICS);
    world.free();
    compiler.reset();
    const { result, diagnostics = [] } = Artifact.parse(answer);
    if (result === undefined) {
      throw new Error(`the template does not compile: ${diagnostics.map((one) => one.message).join('; ')}`);
    }
    return { bytes: result, missing: missingCharacters(data, coverages) };
  };
}
