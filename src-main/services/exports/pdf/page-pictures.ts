import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import startRenderer, { type TypstRenderer, TypstRendererBuilder } from '@myriaddreamin/typst-ts-renderer';
import type { PreviewPage } from '#contract/exports.ts';
import { splitPages } from './split-pages.ts';

/** Parts of the renderer's SVG: the outlines of letters, and the pages. Its script and styles are left out. */
const GLYPHS_AND_PAGES = 1 | 2;

/** Opens the renderer and answers a function that draws the pages of a compiled document (vector format). */
export async function openPagePictures(): Promise<(vector: Uint8Array) => PreviewPage[]> {
  const wasm = fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-renderer/wasm'));
  await startRenderer({ module_or_path: await readFile(wasm) });
  const renderer: TypstRenderer = await new TypstRendererBuilder().build();
  return (vector) => {
    const session = renderer.session_from_artifact(vector, 'vector');
    try {
      return splitPages(renderer.svg_data(session, GLYPHS_AND_PAGES));
    } finally {
      session.free();
    }
  };
}
