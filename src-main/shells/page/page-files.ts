import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** One file of the page, as it may be asked for. */
export interface PageFile {
  readonly file: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Stands in the built page where a load's nonce belongs. */
const noncePlace = '__OKM_NONCE__';

/**
 * The built page as a map from exact path to file: what is not in it is not there, and no path is ever
 * joined from what a client sends.
 */
export function listPageFiles(rendererDir: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(rendererDir, { recursive: true, encoding: 'utf8' })) {
    const file = join(rendererDir, name);
    const stat = statSync(file);
    const mediaType = mediaTypes[extname(name)];
    if (!stat.isFile() || mediaType === undefined) continue;
    files.set(`/${name.split(sep).join('/')}`, { file, mediaType, sizeBytes: stat.size });
  }
  return files;
}

/** The page itself, with this load's nonce in it. Read anew at each load, which is rare. */
export function renderPage(files: ReadonlyMap<string, PageFile>, nonce: string): string {
  const page = files.get('/index.html');
  if (page === undefined) throw new Error('The built page is missing.');
  return readFileSync(page.file, 'utf8').replaceAll(noncePlace, nonce);
}
